package org.babelmill.jobs.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.shard.ShardTotals;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.hash.Sha256;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.privacy.PiiMasker;

/**
 * Checks one shard file from its bytes to its rows. One task, one file.
 *
 * @param root the shards' folder
 * @param privacy what must not be left in texts and titles
 * @param honoured opt-out signals that keep a page out
 * @param tombstones what was taken back
 */
record ShardCheck(String root, PrivacySettings privacy, List<String> honoured, Tombstones tombstones)
        implements Serializable {

    /** The Hub's viewer copies data sets with larger groups. */
    private static final long MOST_GROUP_BYTES = 100_000_000;

    /** Findings of one kind in one file; more are counted, not listed. */
    private static final int MOST_LISTED = 5;

    private static final Map<String, Integer> POSITIONS = ShardTable.SCHEMA.positions();

    List<Finding> check(ShardEntry file, Configuration hadoop) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Path path = new Path(root, file.path());
        if (!path.getFileSystem(hadoop).exists(path)) {
            findings.add(new Finding("missing", file.path(), "the manifest lists it, the folder lacks it"));
            return findings;
        }
        checksum(file, path, hadoop, findings);
        if (findings.isEmpty()) {
            footer(file, path, hadoop, findings);
        }
        if (findings.stream()
                .noneMatch(f -> f.check().equals("checksum") || f.check().equals("schema"))) {
            rows(file, path, hadoop, findings);
        }
        return findings;
    }

    private static void checksum(ShardEntry file, Path path, Configuration hadoop, List<Finding> findings)
            throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(file.sha256())) {
            findings.add(
                    new Finding("checksum", file.path(), "SHA-256 " + found + ", the manifest has " + file.sha256()));
        }
    }

    private static void footer(ShardEntry file, Path path, Configuration hadoop, List<Finding> findings)
            throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
            if (!reader.getFileMetaData().getSchema().equals(ShardTable.SCHEMA.parquet())) {
                findings.add(new Finding("schema", file.path(), "differs from " + ShardTable.SCHEMA.versionedName()));
            }
            for (BlockMetaData group : reader.getRowGroups()) {
                if (group.getTotalByteSize() > MOST_GROUP_BYTES) {
                    findings.add(new Finding(
                            "row-group",
                            file.path(),
                            group.getTotalByteSize() + " bytes uncompressed, more than " + MOST_GROUP_BYTES));
                }
                group.getColumns().forEach(c -> chunk(file, c, findings));
            }
        }
    }

    private static void chunk(ShardEntry file, ColumnChunkMetaData chunk, List<Finding> findings) {
        String column = chunk.getPath().toDotString();
        if (chunk.getOffsetIndexReference() == null) {
            findings.add(new Finding("page-index", file.path(), "none for " + column));
        }
        boolean wanted = ShardStage.BLOOM_COLUMNS.contains(column)
                && (chunk.getEncodingStats() == null || chunk.getEncodingStats().hasNonDictionaryEncodedPages());
        if (wanted && chunk.getBloomFilterOffset() < 0) {
            findings.add(new Finding("bloom-filter", file.path(), "none for " + column));
        }
    }

    private void rows(ShardEntry file, Path path, Configuration hadoop, List<Finding> findings) throws IOException {
        PiiFinder finder = new PiiFinder();
        PiiMasker masker = PiiMasker.of(privacy);
        Set<String> refused = new HashSet<>(honoured);
        LanguageTag tag = LanguageTag.parse(file.language());
        ShardTotals totals = new ShardTotals();
        try (TableReader reader = TableReader.open(ShardTable.SCHEMA, path, hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                totals.add(row);
                content(file, row, findings);
                String id = text(row, "id");
                String host = text(row, "host");
                for (String column : List.of("text", "title")) {
                    String text = text(row, column);
                    if (!masker.mask(text, finder.find(text, tag, host)).equals(text)) {
                        add("pii", file, id + ": " + column + " holds unmasked personal data", findings);
                    }
                }
                for (Object signal : (List<?>) row[POSITIONS.get("opt_outs")]) {
                    if (refused.contains(signal)) {
                        add("opt-out", file, id + ": states " + signal, findings);
                    }
                }
                tombstones
                        .match(id, text(row, "url"), host)
                        .ifPresent(kind -> add("tombstone", file, id + ": was taken back by its " + kind, findings));
            }
        }
        long bytes = path.getFileSystem(hadoop).getFileStatus(path).getLen();
        counts(file, totals.entry(new ShardTotals.Name(file.path(), file.split(), file.language()), bytes, ""))
                .forEach(detail -> findings.add(new Finding("counts", file.path(), detail)));
    }

    /** Every count of the manifest that differs from what was counted again. */
    private static List<String> counts(ShardEntry listed, ShardEntry found) {
        Map<String, Function<ShardEntry, Object>> counts = Map.of(
                "rows", ShardEntry::rows,
                "file bytes", ShardEntry::bytes,
                "text bytes", ShardEntry::textBytes,
                "characters", ShardEntry::textChars,
                "words", ShardEntry::words,
                "tokens", ShardEntry::tokens,
                "copies", ShardEntry::copies,
                "first date", ShardEntry::firstDate,
                "last date", ShardEntry::lastDate);
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(c ->
                                !c.getValue().apply(listed).equals(c.getValue().apply(found)))
                        .map(c -> c.getKey() + ": " + c.getValue().apply(found) + ", the manifest has "
                                + c.getValue().apply(listed))
                        .toList();
    }

    private static void content(ShardEntry file, Object[] row, List<Finding> findings) {
        String language = text(row, "language") + "_" + text(row, "language_script");
        if (!language.equals(file.language())) {
            add("content", file, text(row, "id") + ": language " + language, findings);
        }
        boolean removed = file.split().equals("removed");
        int repeats = (Integer) row[POSITIONS.get("repeats")];
        if (removed != (row[POSITIONS.get("filter_reason")] != null) || removed != (repeats == 0)) {
            add("content", file, text(row, "id") + ": repeats and reasons do not fit the split", findings);
        }
    }

    private static String text(Object[] row, String column) {
        return (String) row[POSITIONS.get(column)];
    }

    private static void add(String check, ShardEntry file, String detail, List<Finding> findings) {
        long listed = findings.stream().filter(f -> f.check().equals(check)).count();
        if (listed < MOST_LISTED) {
            findings.add(new Finding(check, file.path(), detail));
        } else if (listed == MOST_LISTED) {
            findings.add(new Finding(check, file.path(), "and more of the same"));
        }
    }

    /** The name of an opt-out signal in the column. */
    static String signal(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
