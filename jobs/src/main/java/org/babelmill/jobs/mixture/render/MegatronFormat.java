package org.babelmill.jobs.mixture.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.babelmill.jobs.mixture.MixturePlan;
import org.babelmill.jobs.run.RunDirectory;

/**
 * Megatron's blend: weights and path prefixes by turns. The file for {@code --data-args-path} is split at white space, the
 * one for {@code --per-split-data-args-path} is JSON with a list for each split. A prefix names the {@code .bin} and
 * {@code .idx} of one language. NeMo takes the same list in YAML.
 */
final class MegatronFormat {

    private MegatronFormat() {}

    static List<TrainerFile> blends(TrainerRequest request) {
        List<TrainerFile> files = new ArrayList<>();
        for (MixturePlan.Stage stage : request.plan().stages()) {
            files.add(new TrainerFile(
                    request.name("blend", stage, ".txt"),
                    stage.used().stream()
                            .map(p -> TrainerRequest.number(p.share()) + " " + request.tokenised(p.name())
                                    + "_text_document\n")
                            .collect(Collectors.joining())));
            files.add(new TrainerFile(
                    request.name("per-split", stage, ".json"),
                    RunDirectory.json(Map.of("train", prefix(request, stage), "valid", List.of(), "test", List.of()))));
        }
        if (request.plan().stages().size() > 1) {
            String transitions = IntStream.range(1, request.plan().stages().size())
                    .mapToObj(s -> Long.toString(request.start(s)))
                    .collect(Collectors.joining(" "));
            files.add(new TrainerFile("arguments.txt", "--phase-transition-iterations " + transitions + "\n"));
        }
        return files;
    }

    static List<TrainerFile> nemo(TrainerRequest request) {
        return request.plan().stages().stream()
                .map(stage -> new TrainerFile(
                        request.name("data", stage, ".yaml"),
                        "model:\n  data:\n    data_impl: mmap\n    splits_string: \"1000,0,0\"\n    data_prefix:\n"
                                + prefix(request, stage).stream()
                                        .map(v -> "    - " + v + "\n")
                                        .collect(Collectors.joining())))
                .toList();
    }

    private static List<String> prefix(TrainerRequest request, MixturePlan.Stage stage) {
        return stage.used().stream()
                .flatMap(p ->
                        Stream.of(TrainerRequest.number(p.share()), request.tokenised(p.name()) + "_text_document"))
                .toList();
    }
}
