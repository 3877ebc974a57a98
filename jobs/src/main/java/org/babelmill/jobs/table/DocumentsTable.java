package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.BINARY;
import static org.babelmill.jobs.table.ColumnType.Scalar.BOOLEAN;
import static org.babelmill.jobs.table.ColumnType.Scalar.FLOAT;
import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;
import org.babelmill.jobs.table.ColumnType.ListOf;
import org.babelmill.jobs.table.ColumnType.Struct;

/** The {@code documents} table: one row for each extracted document, in archive order. */
public final class DocumentsTable {

    /** Type of a list of statements found on a page, each with where it stood and its words. */
    public static final ListOf STATEMENTS = new ListOf(Struct.of(
            Column.of("name", STRING, "The signal or licence, such as noai or cc-by-sa-4.0."),
            Column.of("place", STRING, "Where it was found."),
            Column.of("text", STRING, "The header or element as written.")));

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "documents",
            1,
            List.of(
                    Column.of("id", STRING, "Document id: follows from file and offset, or as given for text."),
                    Column.of("key", LONG, "Document key of this run: file ordinal and offset."),
                    Column.lookup("record_id", "WARC-Record-ID without angle brackets, empty for text."),
                    Column.lookup("url", "Address of the page, empty when unknown."),
                    Column.of("host", STRING, "Host of the address, lower case, empty when unknown."),
                    Column.of("date", STRING, "When it was fetched, ISO 8601, empty when unknown."),
                    Column.of("dump", STRING, "Name of the crawl, empty when unknown."),
                    Column.of("file", STRING, "Logical name of the archive file."),
                    Column.of(
                            "offset", LONG, "Position of the record in the stored file; of text, in the unpacked one."),
                    Column.of("length", LONG, "Stored bytes of the record, 0 when unknown."),
                    Column.of("digest", STRING, "Digest of the payload as archived, empty for text."),
                    Column.of("media_type", STRING, "What the content was taken for."),
                    Column.nullable("http_status", INT, "HTTP status; null without HTTP."),
                    Column.of("charset", STRING, "Charset it was decoded with."),
                    Column.of("charset_source", STRING, "What decided for the charset."),
                    Column.of("replaced_characters", INT, "Characters that could not be decoded."),
                    Column.of("repaired_places", INT, "Places where text came damaged and was mended."),
                    Column.of("truncated", BOOLEAN, "Whether crawler or limits cut the content."),
                    Column.of("title", STRING, "Title of the page, empty without one."),
                    Column.of("text", STRING, "Main text."),
                    Column.nullable("blocks", BINARY, "Typed tree of the content, compressed; null for text."),
                    Column.of("page_type", STRING, "Kind of page, empty for text."),
                    Column.of("degradation", STRING, "full, light, baseline or none: how much of the work was done."),
                    Column.of("agreement", FLOAT, "How far independent extractions agree, 0 to 1."),
                    Column.of("html_language", STRING, "lang of the root element, empty without."),
                    Column.of("hreflang", STRING, "Language of the page's own alternate link, empty without."),
                    Column.of("content_language", STRING, "Content-Language of header or meta, empty without."),
                    Column.of("og_locale", STRING, "og:locale, empty without."),
                    Column.of("declared_language", STRING, "Language given with a text, empty without."),
                    Column.of("opt_outs", STATEMENTS, "Opt-out signals on the page."),
                    Column.of("licences", STATEMENTS, "Licence statements on the page."),
                    Column.nullable("machine_translation", STRING, "Marker of a machine-translated page."),
                    Column.nullable("pdf_pages", INT, "Pages of a PDF."),
                    Column.nullable("pdf_text_layer", FLOAT, "Share of a PDF's pages that hold text.")));

    private DocumentsTable() {}
}
