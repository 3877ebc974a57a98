package org.babelmill.langid;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.babelmill.langid.script.ScriptView;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.ScriptCounter;

/**
 * Labels the lines of a text. A line is taken to be in the document's language unless another is clearly more likely,
 * since most lines are and many are too short to tell by themselves. One thread at a time.
 */
final class LineLabeller {

    /** A line is decided on about so many letters. Where fewer speak for the document's language, no more are read. */
    private static final int[] LETTERS = {16, 40, 160};

    /** So probable must the document's language be for so many letters to do. */
    private static final double[] ENOUGH = {0.5, 0.1};

    /** By so much, in log10 of likelihood, another language must beat the document's. */
    private static final double CLEARLY = 4;

    /** A line of the document's language may be less certain than a document. */
    private static final double PLAUSIBLE = 0.1;

    /** A second language is worth mentioning from this share of the letters on. */
    private static final double MIXED = 0.1;

    private final Decider decider;
    private final IdentificationRules rules;
    private final ScriptCounter counter = new ScriptCounter();
    private final IntArrayList ends = new IntArrayList();
    private final IntArrayList sizes = new IntArrayList();
    private final List<ScriptView> views = new ArrayList<>();
    private final Object2LongOpenHashMap<LanguageTag> letters = new Object2LongOpenHashMap<>();

    LineLabeller(Decider decider, IdentificationRules rules) {
        this.decider = decider;
        this.rules = rules;
    }

    /** Finds the lines of a text and counts their scripts, which add up to those of the text. */
    void read(char[] text, int length, ScriptCounter total) {
        ends.clear();
        sizes.clear();
        views.clear();
        for (int from = 0; from <= length; ) {
            int to = from;
            while (to < length && text[to] != '\n') {
                to++;
            }
            counter.clear();
            counter.add(text, from, to);
            total.add(counter);
            ends.add(to);
            sizes.add(counter.total());
            views.add(ScriptView.of(counter));
            from = to + 1;
        }
    }

    /**
     * Labels the lines of the text that was read last.
     *
     * @param label the document's label, with its threshold applied
     */
    LineLanguages label(char[] text, Decision document, LanguageTag label) {
        letters.clear();
        List<LineLanguages.Run> runs = new ArrayList<>();
        int from = 0;
        for (int line = 0; line < ends.size(); line++) {
            int to = ends.getInt(line);
            LanguageTag tag = views.get(line).hasLetters()
                    ? label(decide(text, from, to, views.get(line), document), document, label)
                    : LanguageTag.NONE;
            if (!tag.equals(LanguageTag.NONE)) {
                letters.addTo(tag, sizes.getInt(line));
            }
            extend(runs, tag);
            from = to + 1;
        }
        return summary(runs, label);
    }

    private Decision decide(char[] text, int from, int to, ScriptView view, Decision document) {
        for (int step = 0; ; step++) {
            Decision line = decider.decide(text, from, to, view, LETTERS[step]);
            if (step == LETTERS.length - 1
                    || to - from <= LETTERS[step]
                    || !line.isFromEngine()
                    || (line.number() == document.number() && line.probability() >= ENOUGH[step])) {
                return line;
            }
        }
    }

    private LanguageTag label(Decision line, Decision document, LanguageTag label) {
        if (!line.isFromEngine()) {
            return line.tag().isDetermined() || !decider.knows(line.group()) ? line.tag() : LanguageTag.NONE;
        }
        if (label.isDetermined() && document.isFromEngine() && document.group() == line.group()) {
            if (line.number() == document.number()) {
                return line.probability() >= PLAUSIBLE ? label : LanguageTag.undetermined(line.script());
            }
            if (decider.advantageOver(document) < CLEARLY || line.probability() < rules.threshold(line.tag())) {
                return label;
            }
        }
        return line.probability() >= rules.threshold(line.tag()) ? line.tag() : LanguageTag.undetermined(line.script());
    }

    private static void extend(List<LineLanguages.Run> runs, LanguageTag tag) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).tag().equals(tag)) {
            runs.set(last, new LineLanguages.Run(tag, runs.get(last).lines() + 1));
        } else {
            runs.add(new LineLanguages.Run(tag, 1));
        }
    }

    private LineLanguages summary(List<LineLanguages.Run> runs, LanguageTag label) {
        long total = letters.values().longStream().sum();
        List<Candidate> shares = new ArrayList<>();
        long known = 0;
        long other = 0;
        boolean mixed = false;
        for (Object2LongMap.Entry<LanguageTag> entry : letters.object2LongEntrySet()) {
            double share = (double) entry.getLongValue() / total;
            shares.add(new Candidate(entry.getKey(), share));
            if (entry.getKey().isDetermined()) {
                known += entry.getLongValue();
                if (!entry.getKey().equals(label)) {
                    other += entry.getLongValue();
                    mixed |= share >= MIXED;
                }
            }
        }
        shares.sort(
                Comparator.comparingDouble(Candidate::probability).reversed().thenComparing(Candidate::tag));
        return new LineLanguages(runs, shares, mixed, known == 0 ? 0 : (double) other / known);
    }
}
