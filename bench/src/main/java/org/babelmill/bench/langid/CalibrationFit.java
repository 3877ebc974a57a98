package org.babelmill.bench.langid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import org.babelmill.langid.ngram.NgramPack;
import org.babelmill.langid.ngram.NgramScorer;
import org.babelmill.langid.ngram.PackReader;
import org.babelmill.langid.script.ScriptView;
import org.babelmill.langid.script.SoleLanguages;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.ScriptCounter;

/**
 * Fits the weights of {@code Calibration.standard()}: a logistic regression, for whether the language is right, on the
 * decisions of the packs of {@link CrossValidation}, each on the fold that it was not trained on. Text in a language that
 * its packs did not know counts for a share of the whole. Languages that the packs of the first folder do not know are left
 * out, and the sources that are for testing alone, so that both can be asked later; so is the contest between Bosnian,
 * Croatian and Serbian.
 *
 * <p>{@code CalibrationFit langid-dev.jsonl.gz reference-text-dev.jsonl.gz SHARE FOLDER...}, the first folder with no
 * language withheld. SHARE is between 0 and 1.
 */
public final class CalibrationFit {

    private static final int MAX_LETTERS = 1024;
    private static final int ROUNDS = 30;
    private static final double CONVERGED = 1e-6;

    private final List<double[]> inputs = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<Boolean> strange = new ArrayList<>();
    private final SortedMap<Integer, List<LabelledText>> byFold;
    private Set<LanguageTag> everKnown = Set.of();

    private CalibrationFit(String[] arguments) throws IOException {
        List<LabelledText> items = LabelledText.items(Path.of(arguments[0]));
        byFold = new TrainingLines(items, LabelledText.documents(Path.of(arguments[1]))).byFold(items);
    }

    /** Fits and prints the weights; see the class comment for the arguments. */
    public static void main(String[] arguments) throws IOException {
        CalibrationFit fit = new CalibrationFit(arguments);
        for (String folder : List.of(arguments).subList(3, arguments.length)) {
            fit.read(Path.of(folder));
        }
        double[] weights = fit.fit(Double.parseDouble(arguments[2]));
        StringBuilder text = new StringBuilder();
        for (double weight : weights) {
            text.append(String.format(Locale.ROOT, "%s%.4f", text.isEmpty() ? "" : ", ", weight));
        }
        System.out.println(fit.inputs.size() + " decisions\n" + text);
    }

    private void read(Path folder) throws IOException {
        Set<LanguageTag> known = new HashSet<>();
        for (String tag : Files.readAllLines(folder.resolve("known.txt"))) {
            known.add(LanguageTag.parse(tag));
        }
        if (everKnown.isEmpty()) {
            everKnown = known;
        }
        for (int fold = 0; fold < TrainingLines.FOLDS; fold++) {
            NgramPack pack = PackReader.read(folder.resolve("fold-" + fold + ".pack"));
            NgramScorer scorer = new NgramScorer(pack);
            for (LabelledText item : byFold.get(fold)) {
                if (isWanted(item)) {
                    decide(item, pack, scorer, knows(known, item.tag()));
                }
            }
        }
    }

    private boolean isWanted(LabelledText item) {
        return knows(everKnown, item.tag()) && !TrainingLines.TEST_ONLY.contains(item.source());
    }

    private static boolean knows(Set<LanguageTag> known, LanguageTag tag) {
        return known.contains(tag)
                || known.stream().anyMatch(one -> LanguageLabels.standard().sameLanguage(one, tag));
    }

    private void decide(LabelledText item, NgramPack pack, NgramScorer scorer, boolean isKnown) {
        char[] text = item.text().toCharArray();
        ScriptCounter counter = new ScriptCounter();
        counter.add(text, 0, text.length);
        ScriptView view = ScriptView.of(counter);
        if (view.isJapanese() || SoleLanguages.of(view.group()) != null) {
            return;
        }
        scorer.score(text, 0, text.length, view.group(), MAX_LETTERS);
        if (scorer.best() >= 0) {
            LanguageTag best = pack.tags().get(scorer.best());
            double[] features = scorer.evidence().features();
            double[] row = new double[features.length + 1];
            row[0] = 1;
            System.arraycopy(features, 0, row, 1, features.length);
            inputs.add(row);
            right.add(LanguageLabels.standard().sameLanguage(best, item.tag()));
            strange.add(!isKnown);
        }
    }

    /** Newton's method for the maximum of the weighted likelihood. */
    private double[] fit(double share) {
        long strangers = strange.stream().filter(is -> is).count();
        double weight = share / (1 - share) * (strange.size() - strangers) / Math.max(1, strangers);
        double[] weights = new double[inputs.get(0).length];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] system = new double[weights.length][weights.length + 1];
            for (int row = 0; row < inputs.size(); row++) {
                add(system, weights, row, strange.get(row) ? weight : 1);
            }
            double[] step = solve(system);
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step[i];
            }
            if (round == ROUNDS - 1 && Arrays.stream(step).anyMatch(s -> !(Math.abs(s) < CONVERGED))) {
                throw new IllegalStateException("the fit does not converge: " + Arrays.toString(weights));
            }
        }
        return weights;
    }

    private void add(double[][] system, double[] weights, int row, double weight) {
        double[] input = inputs.get(row);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * input[i];
        }
        double said = 1 / (1 + StrictMath.exp(-sum));
        double slope = weight * said * (1 - said);
        double miss = weight * ((right.get(row) ? 1 : 0) - said);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                system[i][j] += slope * input[i] * input[j];
            }
            system[i][weights.length] += miss * input[i];
        }
    }

    /** Gauss's elimination with the largest pivot of each column. */
    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] swapped = system[column];
            system[column] = system[pivot];
            system[pivot] = swapped;
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    double factor = system[row][column] / system[column][column];
                    for (int i = column; i <= size; i++) {
                        system[row][i] -= factor * system[column][i];
                    }
                }
            }
        }
        double[] solution = new double[size];
        Arrays.setAll(solution, i -> system[i][size] / system[i][i]);
        return solution;
    }
}
