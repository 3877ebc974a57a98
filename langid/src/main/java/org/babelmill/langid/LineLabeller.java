package org.babelmill.langid;

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

    /** A line is decided on about so many letters. */
    private static final int LINE_LETTERS = 160;

    /** Where the first letters of a line speak for the document's language, no more are read. */
    private static final int FIRST_LETTERS = 40;

    /** By so much, in log10 of likelihood, another language must beat the document's. */
    private static final double CLEARLY = 4;

    /** A line of the document's language may be less certain than a document. */
    private static final double PLAUSIBLE = 0.1;

    /** A second language is worth mentioning from this share of the letters on. */
    private static final double MIXED = 0.1;

    private final Decider decider;
    private final IdentificationRules rules;
    private final ScriptCounter counter = new ScriptCounter();
    private final Object2LongOpenHashMap<LanguageTag> letters = new Object2LongOpenHashMap<>();

    LineLabeller(Decider decider, IdentificationRules rules) {
        this.decider = decider;
        this.rules = rules;
    }

    /** @param label the document's label, with its threshold applied */
    LineLanguages label(char[] text, int length, Decision document, LanguageTag label) {
        letters.clear();
        List<LineLanguages.Run> runs = new ArrayList<>();
        for (int from = 0; from <= length; ) {
            int to = from;
            while (to < length && text[to] != '\n') {
                to++;
            }
            extend(runs, line(text, from, to, document, label));
            from = to + 1;
        }
        return summary(runs, label);
    }

    private LanguageTag line(char[] text, int from, int to, Decision document, LanguageTag label) {
        counter.clear();
        counter.add(text, from, to);
        ScriptView view = ScriptView.of(counter);
        if (!view.hasLetters()) {
            return LanguageTag.NONE;
        }
        Decision first = decider.decide(text, from, to, view, FIRST_LETTERS);
        Decision line = !first.isFromEngine() || isExpected(first, document) || to - from <= FIRST_LETTERS
                ? first
                : decider.decide(text, from, to, view, LINE_LETTERS);
        LanguageTag tag = label(line, document, label);
        if (!tag.equals(LanguageTag.NONE)) {
            letters.addTo(tag, counter.total());
        }
        return tag;
    }

    private static boolean isExpected(Decision line, Decision document) {
        return line.number() == document.number() && line.probability() >= PLAUSIBLE;
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
