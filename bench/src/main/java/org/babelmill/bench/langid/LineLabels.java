package org.babelmill.bench.langid;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.langid.LineLanguages;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * How well lines are labelled, on texts made of sentences that the packs of {@link CrossValidation} were not trained on:
 * eight lines of one language, with four of another between them or without; whole sentences, and their first five words.
 * Then how often text that was romanised by ICU is called undetermined.
 *
 * <p>{@code LineLabels langid-dev.jsonl.gz reference-text-dev.jsonl.gz FOLDER}
 */
public final class LineLabels {

    private static final int MAIN_LINES = 8;
    private static final int OTHER_LINES = 4;
    private static final int LINES = MAIN_LINES + OTHER_LINES;
    private static final int FEW_WORDS = 5;

    private final List<SortedMap<LanguageTag, List<String>>> sentences = new ArrayList<>();
    private final List<LanguageIdentifier> identifiers = new ArrayList<>();

    private LineLabels(String[] arguments) throws IOException {
        List<LabelledText> items = LabelledText.items(Path.of(arguments[0]));
        TrainingLines lines = new TrainingLines(items, LabelledText.documents(Path.of(arguments[1])));
        for (int fold = 0; fold < TrainingLines.FOLDS; fold++) {
            sentences.add(new TreeMap<>());
            identifiers.add(LanguageIdentifiers.open(ConfigurationLoader.bind(ConfigurationLoader.defaults()
                            .set("language.model=" + Path.of(arguments[2], "fold-" + fold + ".pack")))
                    .language()));
        }
        for (LabelledText item : items) {
            int fold = lines.fold(item);
            if (item.kind().equals("sentence") && fold >= 0) {
                sentences
                        .get(fold)
                        .computeIfAbsent(item.tag(), any -> new ArrayList<>())
                        .add(item.text().replace('\n', ' '));
            }
        }
        for (int fold = 0; fold < TrainingLines.FOLDS; fold++) {
            List<LanguageTag> known = identifiers.get(fold).languages();
            sentences.get(fold).values().removeIf(list -> list.size() < LINES);
            sentences.get(fold).keySet().retainAll(known);
        }
    }

    /** Measures; see the class comment for the arguments. */
    public static void main(String[] arguments) throws IOException {
        LineLabels labels = new LineLabels(arguments);
        labels.texts(Integer.MAX_VALUE);
        labels.texts(FEW_WORDS);
        labels.romanised();
    }

    private void texts(int words) {
        Map<Figure, Tally> tallies = new EnumMap<>(Figure.class);
        for (int fold = 0; fold < TrainingLines.FOLDS; fold++) {
            LanguageIdentifier.Session session = identifiers.get(fold).newSession();
            List<Map.Entry<LanguageTag, List<String>>> languages =
                    List.copyOf(sentences.get(fold).entrySet());
            for (int i = 0; i < languages.size(); i++) {
                // Neighbours by name are of any kinship; a step of a seventh of the list pairs each language with
                // another.
                for (int step = 1; step <= 3; step++) {
                    int j = (i + step * Math.max(1, languages.size() / 7)) % languages.size();
                    count(session, languages.get(i), languages.get(j), words, tallies);
                }
            }
        }
        System.out.println(words == FEW_WORDS ? "lines of five words" : "lines of a sentence");
        tallies.forEach((figure, tally) -> System.out.printf(
                Locale.ROOT,
                "  %s: %d of %d, %.4f%n",
                figure,
                tally.right,
                tally.all,
                (double) tally.right / tally.all));
    }

    private static final class Tally {

        private int all;
        private int right;
    }

    private enum Figure {
        LINES_OF_ONE_LANGUAGE,
        NOT_MIXED,
        MAIN_LINES_OF_MIXED,
        OTHER_LINES_OF_MIXED,
        MIXED,
        DOCUMENT_OF_MIXED
    }

    private static void count(
            LanguageIdentifier.Session session,
            Map.Entry<LanguageTag, List<String>> main,
            Map.Entry<LanguageTag, List<String>> other,
            int words,
            Map<Figure, Tally> tallies) {
        List<LanguageTag> single = new ArrayList<>();
        List<LanguageTag> mixed = new ArrayList<>();
        StringBuilder singleText = new StringBuilder();
        StringBuilder mixedText = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            String mine = few(main.getValue().get(line), words) + "\n";
            singleText.append(mine);
            single.add(main.getKey());
            boolean foreign = line % 3 == 2;
            mixedText.append(foreign ? few(other.getValue().get(line), words) + "\n" : mine);
            mixed.add(foreign ? other.getKey() : main.getKey());
        }
        LanguageVerdict one = session.identify(singleText);
        for (boolean equal : equal(one.lines(), single)) {
            add(Figure.LINES_OF_ONE_LANGUAGE, equal, tallies);
        }
        add(Figure.NOT_MIXED, !one.lines().mixed(), tallies);
        LanguageVerdict two = session.identify(mixedText);
        boolean[] equal = equal(two.lines(), mixed);
        for (int line = 0; line < LINES; line++) {
            add(line % 3 == 2 ? Figure.OTHER_LINES_OF_MIXED : Figure.MAIN_LINES_OF_MIXED, equal[line], tallies);
        }
        add(Figure.MIXED, two.lines().mixed(), tallies);
        add(Figure.DOCUMENT_OF_MIXED, isSame(two.tag(), main.getKey()), tallies);
    }

    private static void add(Figure figure, boolean isRight, Map<Figure, Tally> tallies) {
        Tally tally = tallies.computeIfAbsent(figure, f -> new Tally());
        tally.all++;
        tally.right += isRight ? 1 : 0;
    }

    private static boolean[] equal(LineLanguages said, List<LanguageTag> gold) {
        boolean[] equal = new boolean[gold.size()];
        int line = 0;
        for (LineLanguages.Run run : said.runs()) {
            for (int i = 0; i < run.lines() && line < equal.length; i++, line++) {
                equal[line] = isSame(run.tag(), gold.get(line));
            }
        }
        return equal;
    }

    private static boolean isSame(LanguageTag said, LanguageTag gold) {
        return said.language().equals(gold.language());
    }

    private static String few(String text, int words) {
        String[] parts = text.split(" ");
        return parts.length <= words ? text : String.join(" ", List.of(parts).subList(0, words));
    }

    private void romanised() {
        Transliterator latin = Transliterator.getInstance("Any-Latin; NFC");
        Transliterator plain = Transliterator.getInstance("Any-Latin; Latin-ASCII");
        for (String language : List.of("hin", "rus", "ell", "ara", "ben", "tam", "ukr", "bul", "fas", "urd", "tha")) {
            int[] counts = new int[4];
            for (int fold = 0; fold < TrainingLines.FOLDS; fold++) {
                LanguageIdentifier.Session session = identifiers.get(fold).newSession();
                for (Map.Entry<LanguageTag, List<String>> entry :
                        sentences.get(fold).entrySet()) {
                    if (entry.getKey().language().equals(language)
                            && !entry.getKey().script().equals("Latn")) {
                        for (String text : entry.getValue()) {
                            counts[0]++;
                            counts[1] += isUndetermined(session, latin.transliterate(text));
                            counts[2] += isUndetermined(session, plain.transliterate(text));
                            counts[3] += isUndetermined(session, text);
                        }
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "romanised %s: %d sentences, und %.3f with marks, %.3f in ASCII; as they are written %.3f%n",
                    language,
                    counts[0],
                    (double) counts[1] / counts[0],
                    (double) counts[2] / counts[0],
                    (double) counts[3] / counts[0]);
        }
    }

    private static int isUndetermined(LanguageIdentifier.Session session, String text) {
        return session.identifyDocument(text).tag().isDetermined() ? 0 : 1;
    }
}
