package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.hash.Sha256;

/** Which stages have to be done, and why; made before anything is touched. */
public final class RunPlan {

    /** Raised when a stage's code changes what it would write from the same input. */
    private static final Map<RunStage, Integer> VERSIONS = Map.of(
            RunStage.DOCUMENTS, 4,
            RunStage.SIGNATURES, 3,
            RunStage.DEDUP, 3,
            RunStage.DECIDE, 1,
            RunStage.SHARD, 2,
            RunStage.REPORT, 3,
            RunStage.LINES, 1);

    private final Map<RunStage, Step> steps;

    private RunPlan(Map<RunStage, Step> steps) {
        this.steps = steps;
    }

    /** What becomes of a stage. */
    public enum Action {
        /** It is finished with these settings. */
        REUSE,
        /** Nothing of it is there. */
        DO,
        /** It is finished with these settings, and is done again because that was asked for. */
        AGAIN,
        /** It is there from other settings or other input, and would be replaced. */
        REPLACE,
        /** It is not asked for, and not finished, but a stage that is asked for needs it. */
        MISSING,
        /** It is not asked for; what is there of it is out of date afterwards. */
        LEAVE
    }

    /**
     * A stage in the plan.
     *
     * @param stage which
     * @param fingerprint what its result follows from
     * @param work what a split's files follow from, besides the split
     * @param action what becomes of it
     */
    public record Step(RunStage stage, String fingerprint, String work, Action action) {

        private Step with(Action other) {
            return new Step(stage, fingerprint, work, other);
        }
    }

    /** Compares what is recorded in a directory with the wanted stages, of which each follows from the one before. */
    public static RunPlan of(
            RunDirectory directory, List<RunStage> stages, ConfigurationTree settings, String inputFingerprint)
            throws IOException {
        Map<RunStage, Step> steps = new EnumMap<>(RunStage.class);
        String before = inputFingerprint;
        boolean redone = false;
        for (RunStage stage : stages) {
            String own = ConfigurationLoader.fingerprint(settings, stage.settings());
            before = fingerprint(stage, before, own);
            Optional<StageRecord> done = directory.stage(stage);
            boolean same =
                    !redone && done.isPresent() && done.get().fingerprint().equals(before);
            redone = !same;
            steps.put(
                    stage,
                    new Step(
                            stage,
                            before,
                            stage.isOfSplitsAlone() ? fingerprint(stage, "splits", own) : before,
                            same ? Action.REUSE : done.isPresent() ? Action.REPLACE : Action.DO));
        }
        return new RunPlan(steps);
    }

    private static String fingerprint(RunStage stage, String input, String settings) {
        return Sha256.hex(String.join(" ", stage.label(), VERSIONS.get(stage).toString(), input, settings));
    }

    /** The same plan for some of the stages only. */
    public RunPlan limitedTo(Collection<RunStage> wanted) {
        RunStage last = Collections.max(wanted);
        Map<RunStage, Step> limited = new EnumMap<>(steps);
        limited.replaceAll((stage, step) -> {
            if (wanted.contains(stage)) {
                return step;
            }
            Action others = stage.compareTo(last) > 0 ? Action.LEAVE : Action.MISSING;
            return step.action() == Action.REUSE ? step : step.with(others);
        });
        return new RunPlan(limited);
    }

    /** The same plan, in which some stages are done again even where they are finished; what follows is left. */
    public RunPlan again(Collection<RunStage> wanted) {
        RunStage first = Collections.min(wanted);
        Map<RunStage, Step> again = new EnumMap<>(steps);
        again.replaceAll((stage, step) -> {
            if (step.action() != Action.REUSE || stage.compareTo(first) < 0) {
                return step;
            }
            return step.with(wanted.contains(stage) ? Action.AGAIN : Action.LEAVE);
        });
        return new RunPlan(again);
    }

    /** The stages, in order. */
    public List<Step> steps() {
        return new ArrayList<>(steps.values());
    }

    /** One stage. */
    public Step step(RunStage stage) {
        return steps.get(stage);
    }

    /** Whether every stage that is asked for is finished. */
    public boolean isDone() {
        return steps.values().stream().allMatch(s -> s.action() == Action.REUSE || s.action() == Action.LEAVE);
    }

    /** The stages whose finished results would be replaced. */
    public List<RunStage> replaced() {
        return steps.values().stream()
                .filter(s -> s.action() == Action.REPLACE)
                .map(Step::stage)
                .toList();
    }
}
