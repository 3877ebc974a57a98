package org.babelmill.jobs.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.shard.ShardTotals;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.hash.Sha256;

/** A finished release of invented documents: German and Swahili with train, test and removed documents. */
public final class ReleaseFixture {

    private static final String[] WORDS =
            "der Wald liegt still am Rand von Stadt und Fluss wo Menschen abends lange gehen ohne viel zu reden"
                    .split(" ");

    private final Path root;
    private final Configuration hadoop = configuration();
    private final List<ShardEntry> entries = new ArrayList<>();
    private final int groupRows;
    private final Map<String, String> others = new TreeMap<>();
    private UnaryOperator<RowBuilder> change = row -> row;
    private Damage damage = file -> {};

    /** Does something to a finished file that its checksum does not show. */
    @FunctionalInterface
    public interface Damage {

        /** Changes the file. */
        void to(org.apache.hadoop.fs.Path file) throws IOException;
    }

    public ReleaseFixture(Path root, int groupRows) {
        this.root = root;
        this.groupRows = groupRows;
    }

    public static Configuration configuration() {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        return hadoop;
    }

    /** The usual release. */
    public static Release small(Path root) throws IOException {
        return new ReleaseFixture(root, 50)
                .file("deu_Latn", "train", 200)
                .file("deu_Latn", "test", 10)
                .file("deu_Latn", "removed", 30)
                .file("swh_Latn", "train", 20)
                .finish();
    }

    /** Changes the rows of the files that follow. */
    public ReleaseFixture changing(UnaryOperator<RowBuilder> rows) {
        change = rows;
        return this;
    }

    /** Damages the files that follow. */
    public ReleaseFixture damaging(Damage files) {
        damage = files;
        return this;
    }

    /** Adds a small file beside the shards. */
    public ReleaseFixture beside(String name, String text) {
        others.put(name, text);
        return this;
    }

    /** Adds a file of documents with the ids {@code LANGUAGE-SPLIT-N}, on hosts {@code wwwM.example.org}. */
    public ReleaseFixture file(String language, String split, int documents) throws IOException {
        String folder = split.equals("removed") ? "removed/" : "data/";
        String name = folder + language + "/" + split + "-00000-of-00001.parquet";
        org.apache.hadoop.fs.Path path =
                new org.apache.hadoop.fs.Path(root.resolve(name).toUri());
        Files.createDirectories(root.resolve(name).getParent());
        ShardTotals totals = new ShardTotals();
        TableWriter out = TableWriter.create(
                ShardTable.SCHEMA,
                path,
                new TableWriter.Layout(32 << 20, groupRows, 3, ShardStage.BLOOM_COLUMNS, Map.of()),
                hadoop);
        try (out) {
            for (int i = 0; i < documents; i++) {
                Object[] row = change.apply(row(language, split, i)).build();
                totals.add(row);
                out.write(row);
            }
        }
        damage.to(path);
        byte[] bytes = Files.readAllBytes(root.resolve(name));
        entries.add(totals.entry(
                new ShardTotals.Name(name, split, language),
                bytes.length,
                HexFormat.of().formatHex(Sha256.digest(bytes))));
        return this;
    }

    /** A row as it comes out of the pipeline. */
    public static RowBuilder row(String language, String split, int i) {
        String id = language + "-" + split + "-" + i;
        Random random = new Random(id.hashCode());
        StringBuilder text = new StringBuilder();
        int words = 100 + random.nextInt(500);
        for (int w = 0; w < words; w++) {
            text.append(WORDS[random.nextInt(WORDS.length)])
                    .append(Integer.toString(random.nextInt(999), 36))
                    .append(' ');
        }
        boolean removed = split.equals("removed");
        String host = "www" + i % 7 + ".example.org";
        return new RowBuilder(ShardTable.SCHEMA)
                .set("text", text.toString())
                .set("id", id)
                .set("record_id", "urn:uuid:" + id)
                .set("dump", "CC-MAIN-2026-01")
                .set("url", "https://" + host + "/" + id)
                .set("host", host)
                .set("date", String.format(Locale.ROOT, "2026-01-%02dT00:00:00Z", 1 + i % 28))
                .set("file_path", "a.warc.gz")
                .set("offset", (long) i)
                .set("length", 1000L)
                .set("title", "Seite " + i)
                .set("language", language.substring(0, 3))
                .set("language_script", language.substring(4))
                .set("language_score", 0.9)
                .set("top_langs", "{}")
                .set("code_mix", 0.0)
                .set("html_language", "")
                .set("minhash_cluster_size", 1L)
                .set("minhash_cluster_id", id)
                .set("repeats", removed ? 0 : 1 + i % 3)
                .set("n_chars", (long) text.length())
                .set("n_bytes", (long) text.length())
                .set("n_words", (long) words)
                .set("quality", new Object[ShardTable.QUALITY.size()])
                .set("opt_outs", List.of())
                .set("licence", "")
                .set("machine_translated", false)
                .set("content_truncated", false)
                .set("filter_reason", removed ? "short" : null)
                .set(
                        "reasons",
                        removed ? List.of((Object) new Object[] {"quality", "short", "1", "<", "2"}) : List.of());
    }

    /** Writes everything beside the shards. */
    public Release finish(String... settings) throws IOException {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (String setting : settings) {
            tree = tree.set(setting);
        }
        ReleaseFacts facts = new ReleaseFacts(
                ReleaseFacts.publicSettings(tree),
                List.of("crawl"),
                1,
                List.of("`short`: removed when `words` below 2"),
                Map.of(),
                Map.of("records", 300L),
                Map.of("kept", 230L, "outcome/kept/deu_Latn", 210L, "outcome/kept/swh_Latn", 20L),
                0);
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(root.toUri());
        entries.sort(Comparator.comparing(ShardEntry::path));
        new ReleaseWriter(folder, Storage.of(folder, hadoop))
                .write(ReleaseManifest.of("0.1.0", "fixture", "f".repeat(64), entries), facts, others);
        return Release.open(root.toString(), hadoop);
    }

    /** Names of all files below a folder, sorted. */
    public static List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().endsWith(".crc"))
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }
}
