package org.babelmill.jobs.mixture.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.mixture.MixturePlan;
import org.babelmill.jobs.mixture.MixturePlan.Part;
import org.babelmill.jobs.run.RunDirectory;

/**
 * Arguments of {@code datasets.interleave_datasets}: configurations, probabilities, seed, stopping strategy. Probabilities
 * draw documents, and the plan counts characters or bytes, so each language's share is divided by the mean size of its
 * documents. Interleaving has the number of shards of the smallest input, so few tail languages should be in one call.
 */
final class HuggingFaceFormat {

    private static final String PROGRAM = """
            \"""Streams a mixture: python mixture.py DATASET [ARGUMENTS.json], or import stream.\"""
            import json
            import os
            import sys

            from datasets import interleave_datasets, load_dataset


            def stream(dataset, arguments):
                \"""An iterable dataset that follows the mixture; dataset is a folder or a repository.\"""
                parts = [
                    load_dataset(dataset, name, split="train", streaming=True) for name in arguments["configs"]
                ]
                return interleave_datasets(
                    parts,
                    probabilities=arguments["probabilities"],
                    seed=arguments["seed"],
                    stopping_strategy=arguments["stopping_strategy"],
                )


            if __name__ == "__main__":
                if len(sys.argv) < 2:
                    sys.exit("mixture.py SHARDS [ARGUMENTS.json]: prints ten documents; SHARDS is a folder or a dataset's name")
                beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "interleave.json")
                with open(sys.argv[2] if len(sys.argv) > 2 else beside, encoding="utf-8") as file:
                    for document in stream(sys.argv[1], json.load(file)).take(10):
                        print(document["language"], document["id"], document["text"][:60].replace("\\n", " "))
            """;

    private HuggingFaceFormat() {}

    static List<TrainerFile> files(TrainerRequest request) {
        List<TrainerFile> files = new ArrayList<>();
        for (MixturePlan.Stage stage : request.plan().stages()) {
            files.add(new TrainerFile(
                    request.name("interleave", stage, ".json"), RunDirectory.json(arguments(request, stage))));
        }
        files.add(new TrainerFile("mixture.py", PROGRAM));
        return files;
    }

    private static Map<String, Object> arguments(TrainerRequest request, MixturePlan.Stage stage) {
        List<Part> parts = stage.used();
        double[] documents = parts.stream()
                .mapToDouble(p -> p.share() / meanSize(request, p))
                .toArray();
        double sum = Arrays.stream(documents).sum();
        List<Double> probabilities = new ArrayList<>();
        for (double share : documents) {
            probabilities.add(share / sum);
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("configs", parts.stream().map(Part::name).toList());
        arguments.put("probabilities", probabilities);
        arguments.put("seed", request.plan().seed());
        arguments.put("stopping_strategy", "all_exhausted");
        return arguments;
    }

    private static double meanSize(TrainerRequest request, Part part) {
        long documents = request.files().stream()
                .filter(f -> f.language().equals(part.name()))
                .mapToLong(f -> f.rows())
                .sum();
        return documents == 0 ? 1 : part.supply() / documents;
    }
}
