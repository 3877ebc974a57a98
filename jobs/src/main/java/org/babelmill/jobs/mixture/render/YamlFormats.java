package org.babelmill.jobs.mixture.render;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.babelmill.jobs.mixture.MixturePlan;
import org.babelmill.jobs.mixture.MixturePlan.Part;
import org.babelmill.jobs.shard.ShardEntry;

/** The trainers that take YAML: OLMo-core, Levanter, nanotron, MosaicML Streaming. */
final class YamlFormats {

    private YamlFormats() {}

    /**
     * OLMo-core's source mixture: target ratios that add up to 1. {@code max_repetition_ratio} is the number of epochs
     * the plan uses, because OLMo-core refuses a ratio that its source cannot fill.
     */
    static List<TrainerFile> olmo(TrainerRequest request) {
        List<TrainerFile> files = new ArrayList<>();
        for (MixturePlan.Stage stage : request.plan().stages()) {
            StringBuilder yaml = new StringBuilder("sources:\n");
            for (Part part : stage.used()) {
                yaml.append("- source_name: ").append(part.name()).append('\n');
                yaml.append("  target_ratio: ")
                        .append(TrainerRequest.number(part.share()))
                        .append('\n');
                yaml.append("  max_repetition_ratio: ")
                        .append(TrainerRequest.number(Math.max(1, Math.ceil(part.epochs()))))
                        .append('\n');
                yaml.append("  paths:\n  - ")
                        .append(request.tokenised(part.name()))
                        .append("/*.npy\n");
            }
            files.add(new TrainerFile(request.name("source-mixture", stage, ".yaml"), yaml.toString()));
        }
        return files;
    }

    /** Levanter reads the Parquet files as they are; weights change at training steps. */
    static List<TrainerFile> levanter(TrainerRequest request) {
        StringBuilder yaml = new StringBuilder("data:\n  components:\n");
        for (String language : languages(request)) {
            yaml.append("    ").append(language).append(":\n      source:\n        type: url\n        train_urls:\n");
            request.files().stream()
                    .filter(f -> f.language().equals(language))
                    .map(ShardEntry::path)
                    .forEach(path -> yaml.append("        - ")
                            .append(request.root())
                            .append('/')
                            .append(path)
                            .append('\n'));
            yaml.append("      format:\n        type: text\n        text_key: text\n");
        }
        yaml.append("  stop_strategy: restart\n  train_weights:\n");
        for (int s = 0; s < request.plan().stages().size(); s++) {
            yaml.append("  - - ").append(request.start(s)).append("\n    - ");
            yaml.append(request.plan().stages().get(s).parts().stream()
                    .filter(p -> languages(request).contains(p.name()))
                    .map(p -> p.name() + ": " + TrainerRequest.number(p.share()))
                    .collect(Collectors.joining("\n      ", "", "\n")));
        }
        return List.of(new TrainerFile("data.yaml", yaml.toString()));
    }

    /** nanotron counts steps from 1. */
    static List<TrainerFile> nanotron(TrainerRequest request) {
        StringBuilder yaml = new StringBuilder("data_stages:\n");
        for (int s = 0; s < request.plan().stages().size(); s++) {
            MixturePlan.Stage stage = request.plan().stages().get(s);
            yaml.append("- name: ").append(stage.name()).append('\n');
            yaml.append("  start_training_step: ").append(request.start(s) + 1).append('\n');
            yaml.append("  data:\n    num_loading_workers: 1\n    seed: ")
                    .append(request.plan().seed())
                    .append("\n    dataset:\n      dataset_folder:\n");
            stage.used()
                    .forEach(p -> yaml.append("      - ")
                            .append(request.tokenised(p.name()))
                            .append('\n'));
            yaml.append("      dataset_weights:\n");
            stage.used()
                    .forEach(p -> yaml.append("      - ")
                            .append(TrainerRequest.number(p.share()))
                            .append('\n'));
        }
        return List.of(new TrainerFile("data-stages.yaml", yaml.toString()));
    }

    /** One stream a language. Streaming takes proportions relative to each other. */
    static List<TrainerFile> mosaicml(TrainerRequest request) {
        List<TrainerFile> files = new ArrayList<>();
        for (MixturePlan.Stage stage : request.plan().stages()) {
            StringBuilder yaml = new StringBuilder("streams:\n");
            for (Part part : stage.used()) {
                yaml.append("  ").append(part.name()).append(":\n");
                yaml.append("    remote: ")
                        .append(request.tokenised(part.name()))
                        .append('\n');
                yaml.append("    local: mds-cache/").append(part.name()).append('\n');
                yaml.append("    proportion: ")
                        .append(TrainerRequest.number(part.share()))
                        .append('\n');
            }
            files.add(new TrainerFile(request.name("streams", stage, ".yaml"), yaml.toString()));
        }
        return files;
    }

    private static TreeSet<String> languages(TrainerRequest request) {
        return request.plan().stages().stream()
                .flatMap(s -> s.used().stream())
                .map(Part::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
