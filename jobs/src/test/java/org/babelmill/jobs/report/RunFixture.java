package org.babelmill.jobs.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.signal.Signal;

/** A finished run of a few documents, written table by table, in as many splits as wanted. */
public final class RunFixture {

    /** A title and a text that would do harm as HTML. */
    public static final String HOSTILE =
            "</p></article></main><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    private final List<Doc> docs = new ArrayList<>();
    private final Map<String, String> clusters = new HashMap<>(Map.of("twin", "en0", "en0", "en0"));
    private final Configuration hadoop = new Configuration();

    /** A document of the fixture. */
    public record Doc(
            String id,
            String language,
            String title,
            String text,
            Map<Signal, Double> signals,
            List<Reason> reasons,
            Map<String, Object> extra) {

        boolean keep() {
            return reasons.isEmpty();
        }
    }

    /** Twelve documents in English, Arabic, Hebrew and Japanese, of which four are removed. */
    public static RunFixture standard() {
        RunFixture run = new RunFixture();
        for (int i = 0; i < 6; i++) {
            run.add("en" + i, "eng_Latn", "Page " + i, "The harbour of the town, part " + i + ".", 100 + i, List.of());
        }
        run.add("ar1", "arb_Arab", "ميناء المدينة", "كانت السفن في الميناء القديم.", 60, List.of());
        run.add("he1", "heb_Hebr", "הנמל הישן", "הספינות עמדו בנמל.", 70, List.of());
        run.add("bad1", "eng_Latn", HOSTILE, HOSTILE, 3, List.of(shortDocument(3)));
        run.add("bad2", "jpn_Jpan", "短い", "短い。", 2, List.of(shortDocument(2)));
        run.add(
                "twin",
                "eng_Latn",
                "Page 0",
                "The harbour of the town, part 0.",
                100,
                List.of(new Reason(Stage.DEDUP, "same-text", "en0", Comparison.EQUALS, "")));
        run.add(
                "quiet",
                "zxx_Zxxx",
                "",
                "… … …",
                0,
                List.of(new Reason(Stage.LANGUAGE, "no-language", "zxx_Zxxx", Comparison.EQUALS, "zxx_Zxxx")));
        return run;
    }

    private static Reason shortDocument(int words) {
        return Reason.of(Stage.QUALITY, "short-document", words, Comparison.BELOW, 50);
    }

    /** Adds a document. */
    public void add(String id, String language, String title, String text, double words, List<Reason> reasons) {
        Map<Signal, Double> signals = Map.of(
                Signal.WORDS,
                words,
                Signal.UTF8_BYTES,
                (double) text.length(),
                Signal.CHARS,
                (double) text.length(),
                Signal.WDS,
                Math.min(10, words / 10));
        Map<String, Object> extra = Map.of(
                "url",
                "https://" + (id.startsWith("en") ? "harbour.example" : id + ".example") + "/" + id,
                "host",
                id.startsWith("en") ? "harbour.example" : id + ".example");
        docs.add(new Doc(id, language, title, text, signals, reasons, extra));
    }

    /** Says of which duplicate cluster documents are. */
    public void clustered(String cluster, String... ids) {
        for (String id : ids) {
            clusters.put(id, cluster);
        }
    }

    /** The documents, in order. */
    public List<Doc> docs() {
        return List.copyOf(docs);
    }

    /** Writes the run with its records. */
    public RunDirectory write(Path folder, int parts) throws IOException {
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        RunDirectory directory = RunDirectory.at(folder.toString(), hadoop);
        directory.write(new RunRecord(
                "test",
                List.of("crawl.warc.gz"),
                "0123456789abcdef0123456789abcdef",
                1,
                ConfigurationLoader.defaults().root()));
        int size = (docs.size() + parts - 1) / parts;
        for (int part = 0; part < parts; part++) {
            writePart(directory, part, part * size, Math.min(docs.size(), (part + 1) * size));
        }
        records(directory);
        return directory;
    }

    private void records(RunDirectory directory) throws IOException {
        directory.write(new StageRecord(
                RunStage.DOCUMENTS,
                "d",
                Map.of("records", 14L, "documents", (long) docs.size(), "dropped", 2L, "ledger/select/http-status", 2L),
                Map.of("tasks", 1200.0, "extract", 700.0)));
        directory.write(new StageRecord(RunStage.DEDUP, "c", Map.of("clusters", 1L), Map.of("tasks", 100.0)));
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Doc doc : docs) {
            counts.merge(doc.keep() ? "kept" : "dropped", 1L, Long::sum);
            if (!doc.keep()) {
                Reason first = doc.reasons().get(0);
                counts.merge("outcome/" + first.stage().label() + "/" + doc.language(), 1L, Long::sum);
                counts.merge("rule/" + first.stage().label() + "/" + first.rule(), 1L, Long::sum);
            }
        }
        directory.write(new StageRecord(RunStage.DECIDE, "e", counts, Map.of("tasks", 50.0)));
        directory.write(new StageRecord(RunStage.SHARD, "s", Map.of(), Map.of("tasks", 150.0)));
    }

    private void writePart(RunDirectory directory, int part, int from, int to) throws IOException {
        table(directory, DocumentsTable.SCHEMA, part, from, to, this::document);
        table(directory, SignalsTable.SCHEMA, part, from, to, this::signals);
        table(directory, DecisionsTable.SCHEMA, part, from, to, this::decision);
        table(directory, ClustersTable.SCHEMA, part, from, to, this::cluster);
        table(directory, LedgerTable.SCHEMA, part, from, part == 0 ? from + 1 : from, i -> new Object[] {
            "crawl.warc.gz",
            7L,
            10L,
            "urn:lost",
            "https://lost.example/",
            "record",
            "select",
            "http-status",
            "404",
            "not in",
            "200,203,206"
        });
    }

    private interface Rows {
        Object[] row(int index);
    }

    private void table(RunDirectory directory, TableSchema schema, int part, int from, int to, Rows rows)
            throws IOException {
        var path = new org.apache.hadoop.fs.Path(
                directory.path(schema.name()), String.format(Locale.ROOT, "part-%05d-x-%d.parquet", part, part));
        try (TableWriter writer = TableWriter.create(schema, path, hadoop)) {
            for (int i = from; i < to; i++) {
                Object[] row = rows.row(i);
                if (row != null) {
                    writer.write(row);
                }
            }
        }
    }

    /** A row with nothing in it, to be filled. */
    private RowBuilder blank(TableSchema schema, int index) {
        RowBuilder row = new RowBuilder(schema);
        for (Column column : schema.columns()) {
            if (!column.nullable()) {
                row.set(column.name(), nothing(column.type()));
            }
        }
        row.set("id", docs.get(index).id()).set("key", (long) index);
        return row;
    }

    private static Object nothing(ColumnType type) {
        if (type instanceof ColumnType.ListOf) {
            return List.of();
        }
        return switch ((ColumnType.Scalar) type) {
            case STRING -> "";
            case BINARY -> new byte[0];
            case INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
        };
    }

    private Object[] document(int index) {
        Doc doc = docs.get(index);
        RowBuilder row = blank(DocumentsTable.SCHEMA, index)
                .set("title", doc.title())
                .set("text", doc.text())
                .set("file", "crawl.warc.gz")
                .set("offset", 100L * index);
        if (index == 0) {
            row.set("licences", List.<Object[]>of(new Object[] {"cc-by-4.0", "link", "<a rel=license>"}));
            row.set("opt_outs", List.<Object[]>of(new Object[] {"noindex", "meta", "<meta name=robots>"}));
        }
        doc.extra().forEach(row::set);
        return row.build();
    }

    private Object[] signals(int index) {
        Doc doc = docs.get(index);
        RowBuilder row = blank(SignalsTable.SCHEMA, index)
                .set("language", doc.language())
                .set("best_language", doc.language())
                .set("language_score", 0.9)
                .set("pii", SignalsTable.pii(new PiiFinder().find(doc.text(), LanguageTag.parse(doc.language()))))
                .set("html_language", doc.language().startsWith("eng") ? (index == 1 ? "de" : "en-GB") : "")
                .set(
                        "script_shares",
                        List.<Object[]>of(new Object[] {doc.language().substring(4), 1.0}));
        doc.extra().forEach(row::set);
        doc.signals().forEach((signal, value) -> row.set(signal.column(), value));
        return row.build();
    }

    private Object[] decision(int index) {
        Doc doc = docs.get(index);
        return blank(DecisionsTable.SCHEMA, index)
                .set("language", doc.language())
                .set("keep", doc.keep())
                .set("cluster_id", clusters.getOrDefault(doc.id(), doc.id()))
                .set("cluster_size", Math.max(1L, Collections.frequency(clusters.values(), clusters.get(doc.id()))))
                .set("stage", doc.keep() ? null : doc.reasons().get(0).stage().label())
                .set("reasons", DecisionsTable.reasons(doc.reasons()))
                .set("words", doc.signals().get(Signal.WORDS).longValue())
                .set("text_bytes", doc.signals().get(Signal.UTF8_BYTES).longValue())
                .build();
    }

    private Object[] cluster(int index) {
        Doc doc = docs.get(index);
        if (!doc.id().equals("twin") && !doc.id().equals("en0")) {
            return null;
        }
        return blank(ClustersTable.SCHEMA, index)
                .set("cluster", "en0")
                .set("survivor", "en0")
                .set("keep", doc.id().equals("en0"))
                .set("size", 2L)
                .set("hosts", 2L)
                .set("similarity", 1.0)
                .set("link", doc.id().equals("en0") ? "" : "exact")
                .build();
    }
}
