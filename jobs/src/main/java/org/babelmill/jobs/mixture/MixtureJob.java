package org.babelmill.jobs.mixture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.mixture.render.TrainerFile;
import org.babelmill.jobs.mixture.render.TrainerFormat;
import org.babelmill.jobs.mixture.render.TrainerRequest;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.ShownPath;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.spark.Sessions;

/**
 * Plans a mixture over a release and writes it: {@code mixture.json}, one folder for each trainer, and the proof beside
 * each shard. One task a shard file; only the columns that are needed are read.
 */
public final class MixtureJob {

    private final Release release;
    private final Recipe recipe;
    private final Path target;

    /**
     * A job.
     *
     * @param target folder for the files; replaced where it holds nothing but an older mixture
     */
    public MixtureJob(Release release, Recipe recipe, Path target) {
        this.release = release;
        this.recipe = recipe;
        this.target = target;
    }

    /**
     * Writes everything and returns the plan.
     *
     * @throws UserError when the folder for the files holds something else
     */
    public MixturePlan run(
            Map<String, String> families,
            List<TrainerFormat> formats,
            TrainerRequest.Options options,
            Optional<String> master)
            throws IOException {
        checkTokens();
        checkTarget();
        List<ShardEntry> files = release.manifest().files().stream()
                .filter(f -> f.split().equals("train"))
                .toList();
        if (files.isEmpty()) {
            throw new UserError(release.root() + ": has no training documents");
        }
        try (SparkSession session = Sessions.open("babelmill mixture", master)) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            ShardRows rows = new ShardRows(
                    release.root().toString(),
                    recipe.unitOrDefault(),
                    new TreeMap<>(recipe.tokensPerByte().orElse(Map.of())));
            MixturePlan plan = new Mixer(recipe, ShardRows.supplies(sizes(spark, files, rows)), families).plan();
            Storage storage = Storage.of(target, release.hadoop());
            storage.delete(target);
            List<ShardRows.Seen> seen = prove(spark, files, rows, plan);
            for (TrainerFormat format : formats) {
                write(new TrainerRequest(plan, release.root(), files, options), format, storage);
            }
            storage.write(new Path(target, "mixture.json"), RunDirectory.json(record(plan, seen)));
            return plan;
        }
    }

    /** A mixture is replaced whole, and nothing else must go with it. */
    private void checkTarget() throws IOException {
        Storage storage = Storage.of(target, release.hadoop());
        Set<String> foreign = new TreeSet<>(storage.isEmpty(target) ? List.of() : storage.names(target));
        // The proof is written first, the plan last: one of both is in every mixture, also in one that was stopped.
        if (foreign.removeAll(Set.of("proof", "mixture.json"))) {
            for (TrainerFormat format : TrainerFormat.values()) {
                foreign.remove(format.label());
            }
        }
        if (!foreign.isEmpty()) {
            throw new UserError("--output " + ShownPath.of(target) + ": holds something else than a mixture ("
                    + String.join(", ", foreign.stream().limit(3).toList()) + "); name another folder");
        }
    }

    private void checkTokens() {
        boolean estimate = recipe.tokensPerByte().orElse(Map.of()).containsKey("default");
        boolean counted = release.manifest().files().stream()
                .filter(f -> f.split().equals("train"))
                .allMatch(f -> f.tokens() > 0);
        if (recipe.unitOrDefault() == Unit.TOKENS && !estimate && !counted) {
            throw new UserError(
                    "recipe: unit tokens: the shards have no counts of tokens (shards.tokenizer), so it needs"
                            + " tokens-per-byte with at least the key default");
        }
    }

    private List<ShardRows.Sizes> sizes(JavaSparkContext spark, List<ShardEntry> files, ShardRows rows) {
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        return spark.parallelize(files, slices(spark, files))
                .map(file -> rows.sizes(file, hadoop.value()))
                .collect();
    }

    private List<ShardRows.Seen> prove(
            JavaSparkContext spark, List<ShardEntry> files, ShardRows rows, MixturePlan plan) {
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        String proofs = new Path(target, "proof").toString();
        return spark.parallelize(files, slices(spark, files))
                .map(file -> rows.prove(file, plan, new Path(proofs, file.path()), hadoop.value()))
                .collect();
    }

    /** Thousands of tiny languages are no thousands of tasks. */
    private static int slices(JavaSparkContext spark, List<ShardEntry> files) {
        return Math.min(files.size(), 16 * spark.defaultParallelism());
    }

    private void write(TrainerRequest request, TrainerFormat format, Storage storage) throws IOException {
        for (TrainerFile file : format.render(request)) {
            Path path = new Path(new Path(target, format.label()), file.name());
            storage.mkdirs(path.getParent());
            storage.write(path, file.text());
        }
    }

    private static Map<String, Object> record(MixturePlan plan, List<ShardRows.Seen> seen) {
        Map<String, double[]> amounts = new TreeMap<>();
        Map<String, TreeMap<Integer, Long>> documents = new TreeMap<>();
        for (ShardRows.Seen file : seen) {
            double[] sum = amounts.computeIfAbsent(file.language(), l -> new double[file.seen().length]);
            for (int s = 0; s < sum.length; s++) {
                sum[s] += file.seen()[s];
            }
            TreeMap<Integer, Long> byTimes = documents.computeIfAbsent(file.language(), l -> new TreeMap<>());
            file.documents().forEach((times, number) -> byTimes.merge(times, number, Long::sum));
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        amounts.forEach((language, stages) -> {
            List<Double> list = new ArrayList<>();
            for (double amount : stages) {
                list.add(amount);
            }
            proof.put(language, Map.of("seenByStage", list, "documentsByTimesSeen", documents.get(language)));
        });
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("plan", plan);
        record.put("proof", proof);
        return record;
    }
}
