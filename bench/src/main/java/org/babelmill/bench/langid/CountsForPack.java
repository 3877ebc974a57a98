package org.babelmill.bench.langid;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.babelmill.langid.train.WordCounts;
import org.babelmill.langid.train.WordCountsFile;

/**
 * Makes the word counts from which the pack that ships is trained.
 *
 * <p>{@code CountsForPack langid-dev.jsonl.gz reference-text-dev.jsonl.gz langid/src/main/counts/words.tsv.gz}
 */
public final class CountsForPack {

    private CountsForPack() {}

    /** Counts the words of both files; see the class comment for the arguments. */
    public static void main(String[] arguments) throws IOException {
        TrainingLines lines = new TrainingLines(
                LabelledText.items(Path.of(arguments[0])), LabelledText.documents(Path.of(arguments[1])));
        WordCounts counts = new WordCounts();
        lines.byLanguage().forEach((tag, texts) -> texts.forEach(line -> counts.add(tag, line.text())));
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            WordCountsFile.write(counts, out);
        }
        long words = counts.languages().stream().mapToLong(counts::total).sum();
        System.out.println(counts.languages().size() + " languages, " + words + " words");
    }
}
