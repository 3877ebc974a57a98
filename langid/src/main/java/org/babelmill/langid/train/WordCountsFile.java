package org.babelmill.langid.train;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.babelmill.langid.ModelFormatException;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Word counts as gzipped UTF-8 text: a line {@code #deu_Latn} begins a language, then a line for each word, sorted, with
 * a tab and its count unless that is 1.
 */
public final class WordCountsFile {

    private WordCountsFile() {}

    /** Writes; the same counts give the same bytes. The stream is finished and stays open. */
    public static void write(WordCounts counts, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        Writer writer = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.UTF_8));
        for (LanguageTag language : counts.languages()) {
            writer.write("#" + language + "\n");
            for (WordCounts.WordCount word : counts.sorted(language)) {
                writer.write(word.count() == 1 ? word.word() + "\n" : word.word() + "\t" + word.count() + "\n");
            }
        }
        writer.flush();
        gzip.finish();
    }

    /**
     * Reads.
     *
     * @param name what to call the source in messages
     * @throws ModelFormatException for a line that is neither a language nor a word; its "byte" counts lines
     */
    public static WordCounts read(String name, InputStream in) throws IOException {
        WordCounts counts = new WordCounts();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        LanguageTag language = null;
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            try {
                if (line.startsWith("#")) {
                    language = LanguageTag.parse(line.substring(1));
                } else {
                    word(counts, language, line);
                }
            } catch (IllegalArgumentException e) {
                throw new ModelFormatException(name + ", line " + number, 0, e.getMessage());
            }
        }
        return counts;
    }

    private static void word(WordCounts counts, LanguageTag language, String line) {
        if (language == null) {
            throw new IllegalArgumentException("expected a line such as #deu_Latn first");
        }
        int tab = line.indexOf('\t');
        counts.add(
                language,
                tab < 0 ? line : line.substring(0, tab),
                tab < 0 ? 1 : Long.parseLong(line.substring(tab + 1)));
    }
}
