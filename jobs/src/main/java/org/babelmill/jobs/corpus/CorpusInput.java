package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputProbe;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.PlannedFile;
import org.babelmill.jobs.input.SplitPlanner;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.hash.Sha256;

/**
 * What a run reads.
 *
 * @param named what the user named
 * @param fingerprint hash of all files' names, lengths and times and of the planned stretches, in order
 * @param files number of files
 * @param ignored number of files in searched folders that are not read
 * @param splits the files, cut
 */
public record CorpusInput(List<String> named, String fingerprint, int files, int ignored, List<InputSplit> splits) {

    public CorpusInput {
        named = List.copyOf(named);
        splits = List.copyOf(splits);
    }

    /** Finds, probes and cuts what the user named. */
    static CorpusInput listed(List<String> named, Set<InputKind> kinds, InputSettings settings, RunDirectory directory)
            throws IOException {
        InputLister.Listing listing = new InputLister(directory.hadoop(), settings.root(), kinds).list(named);
        new InputProbe(directory.hadoop()).check(listing.files());
        long total = SplitPlanner.bytes(listing.files(), listing.spans());
        long size = SplitPlanner.size(settings.splitSize().bytes(), total);
        return new CorpusInput(
                named,
                fingerprint(listing),
                listing.files().size(),
                listing.ignored(),
                new SplitPlanner(size).plan(listing.files(), listing.spans()));
    }

    /** What an earlier command recorded in the run directory. */
    static CorpusInput recorded(RunDirectory directory) throws IOException {
        RunRecord run = directory
                .run()
                .orElseThrow(() ->
                        new UserError(directory.root() + ": holds no run; babelmill run --input PATHS begins one"));
        return new CorpusInput(run.inputs(), run.inputFingerprint(), run.files(), 0, directory.splits());
    }

    /** Stored bytes of all files. */
    public long bytes() {
        return splits.stream().mapToLong(InputSplit::bytes).sum();
    }

    private static String fingerprint(InputLister.Listing listing) {
        StringBuilder text = new StringBuilder();
        for (InputFile file : listing.files()) {
            text.append(file.name())
                    .append('\u0000')
                    .append(file.length())
                    .append('\u0000')
                    .append(file.modified());
            for (PlannedFile.Span span : listing.spans().getOrDefault(file.name(), List.of())) {
                text.append('\u0000').append(span.start()).append('-').append(span.end());
            }
            text.append('\n');
        }
        return Sha256.hex(text.toString());
    }
}
