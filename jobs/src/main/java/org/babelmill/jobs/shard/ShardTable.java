package org.babelmill.jobs.shard;

import static org.babelmill.jobs.table.ColumnType.Scalar.BOOLEAN;
import static org.babelmill.jobs.table.ColumnType.Scalar.DOUBLE;
import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType.ListOf;
import org.babelmill.jobs.table.ColumnType.Struct;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.quality.signal.Signal;

/**
 * The published schema: the same in every file of every language, kept or removed. A superset of FineWeb2's columns under
 * FineWeb2's names.
 */
public final class ShardTable {

    /** The signals that are published with each document. */
    public static final List<Signal> QUALITY = List.of(
            Signal.WDS,
            Signal.MEAN_WORD_LENGTH,
            Signal.STOP_WORD_FRAC,
            Signal.ALPHA_WORD_FRAC,
            Signal.UNIQUE_WORD_FRAC,
            Signal.LINE_PUNCT_FRAC,
            Signal.SHORT_LINE_FRAC,
            Signal.DUP_LINE_FRAC,
            Signal.CHAR_DUP_FRAC,
            Signal.NEW_LINE_RATIO,
            Signal.TOP_2_GRAM,
            Signal.DUP_5_GRAM,
            Signal.DUP_10_GRAM,
            Signal.SCRIPT_FRAC,
            Signal.COMPRESSION_SAVED);

    private static final Struct QUALITY_TYPE = new Struct(QUALITY.stream()
            .map(s -> Column.nullable(s.column(), DOUBLE, s.description()))
            .toList());

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "shards",
            2,
            List.of(
                    Column.of("text", STRING, "The text, personal data masked."),
                    Column.of("id", STRING, "Document id, the same in every release over the same archives."),
                    Column.of("record_id", STRING, "WARC-Record-ID without angle brackets, empty for text."),
                    Column.of("dump", STRING, "Name of the crawl, empty when unknown."),
                    Column.of("url", STRING, "Address of the page."),
                    Column.of("host", STRING, "Host of the address."),
                    Column.of("date", STRING, "When it was fetched, ISO 8601."),
                    Column.of("file_path", STRING, "Archive file."),
                    Column.of("offset", LONG, "Position of the record in the stored file."),
                    Column.of("length", LONG, "Stored bytes of the record."),
                    Column.of("title", STRING, "Title of the page."),
                    Column.of("language", STRING, "ISO 639-3."),
                    Column.of("language_script", STRING, "ISO 15924."),
                    Column.of("language_score", DOUBLE, "Probability of the language, 0 to 1."),
                    Column.of("top_langs", STRING, "JSON object of languages with a probability of at least 0.01."),
                    Column.of("code_mix", DOUBLE, "Share of letters in lines of other languages."),
                    Column.of("html_language", STRING, "lang of the page's root element."),
                    Column.of("minhash_cluster_size", LONG, "Number of duplicates including itself, 1 when unique."),
                    Column.of("minhash_cluster_id", STRING, "Id that all duplicates share."),
                    Column.of("repeats", INT, "How often to use the document; 0 when removed."),
                    Column.of("n_chars", LONG, "Characters of the text as extracted."),
                    Column.of("n_bytes", LONG, "UTF-8 bytes of the text as extracted."),
                    Column.of("n_words", LONG, "Words, as the script divides them."),
                    Column.nullable("n_tokens", LONG, "Tokens of the text; null where no tokenizer was named."),
                    Column.nullable("wordlist_ratio", DOUBLE, "Share of different words on the precision list."),
                    Column.of("quality", QUALITY_TYPE, "Measurements that filters use."),
                    Column.of("opt_outs", new ListOf(STRING), "Opt-out signals on the page that the policy lets pass."),
                    Column.of("licence", STRING, "Licence that the page states, empty without."),
                    Column.of("machine_translated", BOOLEAN, "Whether the page says that a machine translated it."),
                    Column.of("content_truncated", BOOLEAN, "Whether crawler or limits cut the page."),
                    Column.nullable("filter_reason", STRING, "First rule that removed it; null when kept."),
                    Column.of("reasons", DecisionsTable.REASONS, "Every rule it failed; empty when kept.")));

    private ShardTable() {}
}
