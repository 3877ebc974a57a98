package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.BINARY;
import static org.babelmill.jobs.table.ColumnType.Scalar.DOUBLE;
import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;
import org.babelmill.jobs.table.ColumnType.ListOf;

/**
 * The {@code signatures} table: one row for each text of a collection whose duplicates are looked for, in the order of
 * the input. What {@code signals} is to a corpus, without what only a corpus needs.
 */
public final class SignaturesTable {

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "signatures",
            1,
            List.of(
                    Column.of("id", STRING, "Id as given, else made of file and offset."),
                    Column.of("key", LONG, "Document key of this run."),
                    Column.of("file", STRING, "Logical name of the file."),
                    Column.of("offset", LONG, "Byte position of the line in the unpacked file; row number in Parquet."),
                    Column.of("url", STRING, "Address as given, empty when unknown."),
                    Column.of("host", STRING, "Host of the address, lower case, empty when unknown."),
                    Column.of("date", STRING, "Date as given, empty when unknown."),
                    Column.of("dump", STRING, "Name of the crawl, empty when unknown."),
                    Column.of("language", STRING, "Language as given, empty when unknown."),
                    Column.of("text_length", INT, "Code points of the text."),
                    Column.nullable("score", DOUBLE, "Quality score; texts have none."),
                    Column.of("licence_rank", INT, "How permissive the licence is; 0, for texts have none."),
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
                    Column.of("shingles", INT, "Number of different shingles.")));

    private SignaturesTable() {}
}
