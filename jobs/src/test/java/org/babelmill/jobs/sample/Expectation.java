package org.babelmill.jobs.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What should become of one record of the sample: a row of {@code expectations.tsv}, whose columns the README beside the
 * sample's sources explains.
 *
 * @param stages labels of the stages that may stop it; empty where it is kept or where any may
 * @param rules names of the rules that may; empty for any
 */
public record Expectation(
        String page,
        String kind,
        Outcome outcome,
        String label,
        String cluster,
        List<String> stages,
        List<String> rules,
        String contains,
        String lacks,
        String url,
        String record) {

    private static final int COLUMNS = 11;

    /** What may become of a record. */
    public enum Outcome {
        /** It is in a shard. */
        KEPT,
        /** Exactly one of its cluster is in a shard. */
        TWIN,
        /** It is in no shard. */
        DROPPED,
        /** Its bytes are broken. */
        DAMAGE,
        /** Kept or dropped, both are right. */
        OPEN
    }

    /** All rows, in the order of the records: first those of the WARC, then those of the WET file. */
    public static List<Expectation> all() throws IOException {
        try (InputStream in = Expectation.class.getResourceAsStream("/org/babelmill/sample/expectations.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Expectation::of)
                    .toList();
        }
    }

    private static Expectation of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS + ": " + line);
        }
        return new Expectation(
                cells[0],
                cells[1],
                Outcome.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3],
                cells[4],
                parts(cells[5]),
                parts(cells[6]),
                cells[7],
                cells[8],
                cells[9],
                cells[10]);
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
