package org.babelmill.langid.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Makes the pack that ships, at build time: from the word counts in the repository and from Lingua's models on the class
 * path.
 */
public final class ShippedPack {

    /** Name of the pack; a new one whenever its labels may change. */
    static final String NAME = "babelmill-2";

    private static final String ABOUT = "Lingua 1.2.2 models (Apache-2.0) of 62 languages; word counts of the Universal"
            + " Declaration of Human Rights, NTREX-128 (CC BY-SA 4.0) and Tatoeba (CC BY 2.0 FR) in 490 language-scripts";

    private ShippedPack() {}

    /**
     * Trains the pack.
     *
     * @param arguments the file of word counts, the pack to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: ShippedPack COUNTS.tsv.gz PACK");
        }
        Path counts = Path.of(arguments[0]);
        Path pack = Path.of(arguments[1]);
        if (isStale(pack, counts)) {
            write(counts, pack);
        }
    }

    /** Whether the pack is missing, or older than the counts or than any class that has a part in it. */
    private static boolean isStale(Path pack, Path counts) throws IOException {
        if (!Files.exists(pack)) {
            return true;
        }
        FileTime made = Files.getLastModifiedTime(pack);
        try (Stream<Path> beside = Files.walk(pack.toAbsolutePath().getParent())) {
            List<Path> classes = beside.filter(ShippedPack::hasAPart).toList();
            for (Path input : Stream.concat(Stream.of(counts), classes.stream()).toList()) {
                if (Files.getLastModifiedTime(input).compareTo(made) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasAPart(Path file) {
        String parent = String.valueOf(file.getParent().getFileName());
        String name = file.getFileName().toString();
        return switch (parent) {
            case "train" -> true;
            case "words" -> name.endsWith(".class");
            case "lingua" -> name.equals("LinguaTable.class") || name.equals("LinguaJson.class");
            case "ngram" -> name.startsWith("Pack") || name.startsWith("NgramKeys");
            default -> false;
        };
    }

    private static void write(Path counts, Path pack) throws IOException {
        TrainingSettings settings = TrainingSettings.standard();
        Map<LanguageTag, FeatureTable> tables = LinguaSources.derive(settings.limits());
        WordCounts words;
        try (InputStream in = Files.newInputStream(counts)) {
            words = WordCountsFile.read(counts.toString(), in);
        }
        MarkerWords.standard().addTo(words);
        Files.createDirectories(pack.toAbsolutePath().getParent());
        Path part = pack.resolveSibling(pack.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            new PackTrainer(settings).counts(words).tables(tables).write(NAME, ABOUT, out);
        }
        Files.move(part, pack, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
