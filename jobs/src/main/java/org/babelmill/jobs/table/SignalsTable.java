package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.BINARY;
import static org.babelmill.jobs.table.ColumnType.Scalar.BOOLEAN;
import static org.babelmill.jobs.table.ColumnType.Scalar.DOUBLE;
import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.babelmill.jobs.table.ColumnType.ListOf;
import org.babelmill.jobs.table.ColumnType.Struct;
import org.babelmill.pipeline.config.PrivacySettings.Kind;
import org.babelmill.quality.privacy.PiiSpan;
import org.babelmill.quality.signal.Signal;

/**
 * The {@code signals} table: one row for each document, in the order of {@code documents}. Everything later stages need
 * but the text itself, so that they never read text they do not publish.
 */
public final class SignalsTable {

    private static final ListOf SCORES = new ListOf(Struct.of(
            Column.of("label", STRING, "Language or script."), Column.of("score", DOUBLE, "Probability or share.")));

    /** Its columns; those of the signals come last and bear the signals' names. */
    public static final TableSchema SCHEMA = new TableSchema("signals", 1, columns());

    private SignalsTable() {}

    /** The signals that are columns of their own: all but those that stand among the columns before them. */
    public static List<Signal> measured() {
        return Arrays.stream(Signal.values())
                .filter(s -> s != Signal.LANGUAGE_SCORE)
                .toList();
    }

    /** Values of the column {@code pii}. */
    public static List<Object[]> pii(List<PiiSpan> spans) {
        return spans.stream()
                .map(s -> new Object[] {s.start(), s.end(), s.kind().name().toLowerCase(Locale.ROOT)})
                .toList();
    }

    /** Spans out of the column {@code pii}. */
    public static List<PiiSpan> piiSpans(Object value) {
        return ((List<?>) value)
                .stream()
                        .map(Object[].class::cast)
                        .map(s -> new PiiSpan(
                                (Integer) s[0], (Integer) s[1], Kind.valueOf(((String) s[2]).toUpperCase(Locale.ROOT))))
                        .toList();
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("id", STRING, "Document id."),
                Column.of("key", LONG, "Document key of this run."),
                Column.of("url", STRING, "Address of the page, empty when unknown."),
                Column.of("host", STRING, "Host of the address, empty when unknown."),
                Column.of("date", STRING, "When it was fetched, empty when unknown."),
                Column.of("dump", STRING, "Name of the crawl, empty when unknown."),
                Column.of("html_language", STRING, "lang of the root element, empty without."),
                Column.of(
                        "language", STRING, "Label such as deu_Latn; und_Xxxx below the threshold, zxx_Zxxx for none."),
                Column.of("best_language", STRING, "Most likely language, whatever its probability."),
                Column.of("language_score", DOUBLE, "Probability of best_language, 0 to 1."),
                Column.of("top_languages", SCORES, "Languages with a probability of at least 0.01."),
                Column.of("script_shares", SCORES, "Scripts by share of letters."),
                Column.of(
                        "line_languages",
                        new ListOf(Struct.of(
                                Column.of("label", STRING, "Language of the lines."),
                                Column.of("lines", INT, "How many lines in a row."))),
                        "Languages of the lines, in order."),
                Column.of("line_shares", SCORES, "Languages of the lines by share of letters."),
                Column.of("mixed", BOOLEAN, "Whether a second language has a part worth mentioning."),
                Column.of("code_mix", DOUBLE, "Share of letters in lines of other languages than the document's."),
                Column.nullable("second_language", STRING, "What the second engine says."),
                Column.nullable("second_score", DOUBLE, "Its probability."),
                Column.nullable("engines_agree", BOOLEAN, "Whether both engines mean the same language."),
                Column.of("licence", STRING, "Name of the page's first licence statement, empty without."),
                Column.of("licence_rank", INT, "How permissive it is: larger allows more, 0 unknown."),
                Column.of("fingerprint_high", LONG, "Upper half of the fingerprint of the simplified text."),
                Column.of("fingerprint_low", LONG, "Lower half of it."),
                Column.of("url_high", LONG, "Upper half of the hash of the canonical address, 0 without address."),
                Column.of("url_low", LONG, "Lower half of it."),
                Column.of("bands", new ListOf(LONG), "One hash for each MinHash band; empty for short texts."),
                Column.of("sketch", BINARY, "Bits of minima, for estimates of similarity; empty for short texts."),
                Column.of(
                        "shingle_set",
                        BINARY,
                        "Hashes of the shingles, for exact similarities; empty unless dedup.exact-check is on."),
                Column.of("shingles", INT, "Number of shingles."),
                Column.of(
                        "pii",
                        new ListOf(Struct.of(
                                Column.of("start", INT, "First UTF-16 unit in the text."),
                                Column.of("end", INT, "One after the last."),
                                Column.of("kind", STRING, "What it is: email, ip, phone, iban, card, secret."))),
                        "Personal data and secrets in the text.")));
        for (Signal signal : measured()) {
            columns.add(Column.nullable(signal.column(), DOUBLE, signal.description()));
        }
        return columns;
    }
}
