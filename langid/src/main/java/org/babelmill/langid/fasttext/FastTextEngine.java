package org.babelmill.langid.fasttext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.engine.Engine;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** The engine of fastText models: GlotLID, OpenLID, lid.176 and others whose labels are languages. */
public final class FastTextEngine implements Engine {

    /** A label that is no language code: ISO 639 has a code for languages without one. */
    private static final LanguageTag UNCODED = LanguageTag.parse("mis_Zyyy");

    private static final float FLOOR = 0.005f;

    private final String name;
    private final FastTextModel model;
    private final TextForm form;
    private final List<LanguageTag> languages;

    /**
     * An engine on a loaded model.
     *
     * @param name of the model, for verdicts
     * @param form what text the model was trained on
     */
    public FastTextEngine(String name, FastTextModel model, TextForm form) {
        this.name = name;
        this.model = model;
        this.form = form;
        LanguageLabels labels = LanguageLabels.standard();
        // Labels without a script are those of lid.176 and its like.
        boolean plain = model.labels().stream().noneMatch(label -> label.matches("__label__[a-z]+_[A-Z][a-z]+.*"));
        this.languages = model.labels().stream()
                .map(label -> plain ? labels.findLid176(label) : labels.find(label))
                .map(found -> found.orElse(UNCODED))
                .toList();
    }

    @Override
    public String model() {
        return "fasttext:" + name;
    }

    @Override
    public List<LanguageTag> languages() {
        return languages;
    }

    @Override
    public Reader newReader() {
        return new FastTextReader();
    }

    private final class FastTextReader implements Reader {

        private final FastTextModel.Predictor predictor = model.newPredictor();
        private final Utf8Text utf8 = new Utf8Text(form);
        private int best;

        @Override
        public int read(char[] text, int from, int to, int group, int maxLetters) {
            utf8.set(text, from, to, maxLetters);
            best = predictor.predict(utf8.bytes(), 0, utf8.length(), FLOOR);
            return best;
        }

        @Override
        public double probability() {
            return best < 0 ? 0 : Math.min(1, predictor.probability(best));
        }

        @Override
        public double advantageOver(int language) {
            double other = Math.max(predictor.probability(language), FLOOR);
            return Math.max(0, StrictMath.log10(predictor.probability(best) / other));
        }

        @Override
        public List<Candidate> candidates(double floor) {
            Map<LanguageTag, Double> sums = new TreeMap<>();
            for (int label = 0; best >= 0 && label < languages.size(); label++) {
                double probability = Math.min(1, predictor.probability(label));
                if (probability >= floor) {
                    sums.merge(languages.get(label), probability, Double::sum);
                }
            }
            List<Candidate> candidates = new ArrayList<>();
            sums.forEach((tag, probability) -> candidates.add(new Candidate(tag, Math.min(1, probability))));
            candidates.sort(Comparator.comparingDouble(Candidate::probability)
                    .reversed()
                    .thenComparing(Candidate::tag));
            return candidates;
        }
    }
}
