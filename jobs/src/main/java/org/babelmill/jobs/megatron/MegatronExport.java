package org.babelmill.jobs.megatron;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tokens.Tokenizer;
import org.babelmill.jobs.tokens.TokenizerFile;

/**
 * The training documents of a release as tokens: {@code LANGUAGE_text_document.bin} and {@code .idx} for each language,
 * documents in the order of the shards. One task cuts one shard into tokens, one task then joins the parts of a language.
 *
 * @param tokenizer that cuts
 * @param end token after each document, as the tokenizer's file spells it; empty for none
 * @param repeat whether a document is written as often as its row says
 */
public record MegatronExport(TokenizerFile tokenizer, String end, boolean repeat) implements Serializable {

    private static final TableSchema COLUMNS = TableReader.project(ShardTable.SCHEMA, List.of("text", "repeats"));

    /**
     * What was written for a language.
     *
     * @param language language tag
     * @param documents with their copies
     * @param tokens of all of them, with those at the end of each
     */
    public record Written(String language, long documents, long tokens) implements Serializable {}

    private record Part(String language, int number, int[] lengths) implements Serializable {}

    /** Writes all languages into a folder; tells what was written, in the order of the languages. */
    public List<Written> write(Release release, Path target, Optional<String> master) throws IOException {
        MegatronFiles form = MegatronFiles.forVocabulary(tokenizer.vocabulary(release.hadoop()));
        endToken(release.hadoop());
        List<ShardEntry> files = release.manifest().files().stream()
                .filter(f -> f.split().equals("train"))
                .toList();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            numbers.add(i);
        }
        Path parts = new Path(target, "_parts");
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        String root = release.root().toString();
        String folder = parts.toString();
        boolean wide = form.wide();
        try (SparkSession session = Sessions.open("babelmill tokenise", master)) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            int slices = Math.max(1, Math.min(files.size(), 16 * spark.defaultParallelism()));
            List<Part> cut = spark.parallelize(numbers, slices)
                    .mapPartitions(some -> {
                        List<Part> made = new ArrayList<>();
                        try (Tokenizer tokens = tokenizer.open(hadoop.value())) {
                            while (some.hasNext()) {
                                int number = some.next();
                                Path shard = new Path(root, files.get(number).path());
                                int[] lengths = cut(
                                        tokens, shard, part(folder, number), new MegatronFiles(wide), hadoop.value());
                                made.add(new Part(files.get(number).language(), number, lengths));
                            }
                        }
                        return made.iterator();
                    })
                    .collect();
            Map<String, ArrayList<Part>> byLanguage = new TreeMap<>();
            cut.stream()
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .forEach(p -> byLanguage
                            .computeIfAbsent(p.language(), l -> new ArrayList<>())
                            .add(p));
            List<ArrayList<Part>> languages = new ArrayList<>(byLanguage.values());
            String to = target.toString();
            List<Written> written = spark.parallelize(languages, Math.max(1, languages.size()))
                    .map(language -> join(language, folder, to, new MegatronFiles(wide), hadoop.value()))
                    .collect();
            Storage.of(parts, release.hadoop()).delete(parts);
            return written;
        }
    }

    private static Path part(String folder, int number) {
        return new Path(folder, number + ".bin");
    }

    /** The id of the token that ends documents; empty for none. */
    private int[] endToken(Configuration hadoop) throws IOException {
        if (end.isEmpty()) {
            return new int[0];
        }
        try (Tokenizer tokens = tokenizer.open(hadoop)) {
            int[] ids = tokens.encode(end);
            if (ids.length != 1) {
                throw new UserError("--end " + end + ": not a single token of " + tokenizer.path() + " but "
                        + Arrays.toString(ids));
            }
            return ids;
        }
    }

    /** Writes the tokens of one shard; returns the length of each document. */
    private int[] cut(Tokenizer tokens, Path shard, Path target, MegatronFiles form, Configuration hadoop)
            throws IOException {
        int[] ending = end.isEmpty() ? new int[0] : tokens.encode(end);
        List<Integer> lengths = new ArrayList<>();
        try (TableReader rows = TableReader.open(COLUMNS, shard, hadoop);
                OutputStream out =
                        new BufferedOutputStream(target.getFileSystem(hadoop).create(target, true), 1 << 16)) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                int[] ids = tokens.encode((String) row[0]);
                int copies = repeat ? Math.max(1, (Integer) row[1]) : 1;
                for (int copy = 0; copy < copies; copy++) {
                    out.write(form.bytes(ids));
                    out.write(form.bytes(ending));
                    lengths.add(ids.length + ending.length);
                }
            }
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Written join(
            List<Part> parts, String folder, String target, MegatronFiles form, Configuration hadoop)
            throws IOException {
        String language = parts.get(0).language();
        Path prefix = new Path(target, language + "_text_document");
        form.join(parts.stream().map(p -> part(folder, p.number())).toList(), prefix.suffix(".bin"), hadoop);
        List<int[]> lengths = parts.stream().map(Part::lengths).toList();
        form.index(lengths, prefix.suffix(".idx"), hadoop);
        long documents = lengths.stream().mapToLong(l -> l.length).sum();
        long tokens = lengths.stream()
                .mapToLong(l -> Arrays.stream(l).asLongStream().sum())
                .sum();
        return new Written(language, documents, tokens);
    }
}
