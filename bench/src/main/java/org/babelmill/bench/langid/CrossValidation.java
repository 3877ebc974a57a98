package org.babelmill.bench.langid;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.langid.train.FeatureTable;
import org.babelmill.langid.train.LinguaSources;
import org.babelmill.langid.train.PackTrainer;
import org.babelmill.langid.train.TrainingSettings;
import org.babelmill.langid.train.WordCounts;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Labels texts with packs that were not trained on them: one pack for each fold of documents, articles and lines. The
 * packs stay in the folder, so that other settings can be tried without training again.
 *
 * <p>{@code CrossValidation langid-dev.jsonl.gz reference-text-dev.jsonl.gz FOLDER WITHHELD [PERCENT [KEY=VALUE...]]}
 *
 * <p>WITHHELD says what training leaves out altogether: {@code none}; {@code quarter}, every fourth language; {@code
 * small}, the languages known from the declaration of human rights alone; or the text of one source, by its name. PERCENT
 * is the share of the lines to train on (100). Writes {@code predictions.tsv}, and {@code known.txt} with the languages
 * that the packs know, for {@code score_langid.py --known}.
 */
public final class CrossValidation {

    private static final Set<String> DECLARATION = Set.of("udhr");

    private final List<LabelledText> items;
    private final TrainingLines lines;
    private final Path folder;
    private final String withheld;
    private final int percent;
    private Map<LanguageTag, FeatureTable> tables = Map.of();

    private CrossValidation(String[] arguments) throws IOException {
        items = LabelledText.items(Path.of(arguments[0]));
        lines = new TrainingLines(items, LabelledText.documents(Path.of(arguments[1])));
        folder = Files.createDirectories(Path.of(arguments[2]));
        withheld = arguments[3];
        percent = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 100;
    }

    /** Trains, where packs are missing, and labels; see the class comment for the arguments. */
    public static void main(String[] arguments) throws IOException {
        CrossValidation validation = new CrossValidation(arguments);
        validation.train();
        validation.label(arguments.length > 5 ? List.of(arguments).subList(5, arguments.length) : List.of());
    }

    private void train() throws IOException {
        for (int fold = 0; fold < TrainingLines.FOLDS; fold++) {
            if (Files.exists(pack(fold))) {
                continue;
            }
            if (tables.isEmpty()) {
                tables = LinguaSources.derive(TrainingSettings.standard().limits());
            }
            SortedMap<LanguageTag, FeatureTable> known = new TreeMap<>(tables);
            known.keySet().removeIf(this::isWithheld);
            Path part = folder.resolve("pack.part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                new PackTrainer(TrainingSettings.standard())
                        .counts(counts(fold))
                        .tables(known)
                        .write("fold-" + fold, "all folds but " + fold, out);
            }
            Files.move(part, pack(fold));
        }
    }

    private WordCounts counts(int fold) {
        WordCounts counts = new WordCounts();
        lines.byLanguage().forEach((tag, texts) -> {
            if (!isWithheld(tag)) {
                texts.stream()
                        .filter(line -> line.fold() != fold && !line.source().equals(withheld))
                        .filter(line -> Math.floorMod(line.text().hashCode() >>> 8, 100) < percent)
                        .forEach(line -> counts.add(tag, line.text()));
            }
        });
        return counts;
    }

    private boolean isWithheld(LanguageTag tag) {
        return switch (withheld) {
            case "quarter" -> Math.floorMod(tag.language().hashCode(), 4) == 3;
            case "small" ->
                !tables.containsKey(tag)
                        && lines.byLanguage().getOrDefault(tag, List.of()).stream()
                                .allMatch(line -> DECLARATION.contains(line.source()));
            default -> false;
        };
    }

    private void label(List<String> settings) throws IOException {
        Set<LanguageTag> known = new TreeSet<>();
        try (PrintStream out = new PrintStream(folder.resolve("predictions.tsv").toFile(), StandardCharsets.UTF_8)) {
            for (Map.Entry<Integer, List<LabelledText>> fold :
                    lines.byFold(items).entrySet()) {
                LanguageIdentifier identifier = open(pack(fold.getKey()), settings);
                known.addAll(identifier.languages());
                LanguageIdentifier.Session session = identifier.newSession();
                for (LabelledText item : fold.getValue()) {
                    LanguageVerdict verdict = session.identifyDocument(item.text());
                    out.println(item.id() + "\t" + verdict.tag() + "\t" + verdict.probability());
                }
            }
        }
        Files.write(
                folder.resolve("known.txt"),
                known.stream().map(LanguageTag::toString).toList());
    }

    private static LanguageIdentifier open(Path pack, List<String> settings) throws IOException {
        ConfigurationTree tree = ConfigurationLoader.defaults().set("language.model=" + pack);
        for (String setting : settings) {
            tree = tree.set(setting);
        }
        return LanguageIdentifiers.open(ConfigurationLoader.bind(tree).language());
    }

    private Path pack(int fold) {
        return folder.resolve("fold-" + fold + ".pack");
    }
}
