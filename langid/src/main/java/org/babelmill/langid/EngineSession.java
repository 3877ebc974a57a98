package org.babelmill.langid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.script.ScriptView;
import org.babelmill.langid.words.WordScanner;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.ScriptCounter;
import org.babelmill.pipeline.text.Scripts;

/** One thread's work: text to script, to label, to lines. */
final class EngineSession implements LanguageIdentifier.Session {

    /** Scripts with a smaller share of the letters are not listed. */
    private static final double SCRIPT_FLOOR = 0.005;

    /** Text has no language when its codes and addresses have so many times the letters of its words. */
    private static final int CODE_FACTOR = 3;

    private final String model;
    private final IdentificationRules rules;
    private final Decider decider;
    private final LineLabeller lines;
    private final SecondReader second;
    private final ScriptCounter counter = new ScriptCounter();
    private final WordScanner scanner = new WordScanner();
    private char[] text = new char[4096];

    /** @param secondEngine null for none */
    EngineSession(Engine engine, Engine secondEngine, IdentificationRules rules) {
        this.model = engine.model();
        this.rules = rules;
        this.decider = new Decider(engine);
        this.lines = new LineLabeller(decider, rules);
        this.second = secondEngine == null ? null : new SecondReader(secondEngine);
    }

    @Override
    public LanguageVerdict identify(CharSequence text) {
        return identify(text, rules.lines());
    }

    @Override
    public LanguageVerdict identifyDocument(CharSequence text) {
        return identify(text, false);
    }

    private LanguageVerdict identify(CharSequence source, boolean withLines) {
        int length = load(source);
        counter.clear();
        if (withLines) {
            lines.read(text, length, counter);
        } else {
            counter.add(text, 0, length);
        }
        ScriptView view = ScriptView.of(counter);
        Decision decision = hasWords(length, view)
                ? decider.decide(text, 0, length, view, rules.maxLetters())
                : Decision.NO_LANGUAGE;
        List<Candidate> candidates = decider.candidates(decision);
        LanguageTag tag = certainty(decision, candidates) >= rules.threshold(decision.tag())
                ? decision.tag()
                : LanguageTag.undetermined(decision.script());
        Optional<SecondOpinion> opinion = second == null || decision.tag().equals(LanguageTag.NONE)
                ? Optional.empty()
                : second.read(text, length, view, decision.tag());
        LineLanguages labels = withLines ? lines.label(text, decision, tag) : LineLanguages.NONE;
        return new LanguageVerdict(
                tag, decision.tag(), decision.probability(), candidates, scripts(), labels, model, opinion);
    }

    /** How certain the label is: for a language with close ones, that the text is in one of them. */
    private static double certainty(Decision decision, List<Candidate> candidates) {
        return decision.isFromEngine() ? CloseGroups.probability(decision.tag(), candidates) : decision.probability();
    }

    private int load(CharSequence source) {
        int length = source.length();
        if (length > text.length) {
            text = new char[Math.max(length, (int) Math.min(Integer.MAX_VALUE - 8, text.length * 2L))];
        }
        if (source instanceof String string) {
            string.getChars(0, length, text, 0);
        } else {
            for (int i = 0; i < length; i++) {
                text[i] = source.charAt(i);
            }
        }
        return length;
    }

    /** Whether there are words, and not just a few among codes and addresses. Looks at the beginning of the text. */
    private boolean hasWords(int length, ScriptView view) {
        if (!view.hasLetters()) {
            return false;
        }
        int letters = 0;
        scanner.reset(text, 0, length);
        while (letters < rules.maxLetters() && scanner.next()) {
            letters += scanner.length();
            // Even if all that is left were codes.
            if (scanner.skipped() + scanner.left() <= CODE_FACTOR * letters) {
                return true;
            }
        }
        return letters > 0 && scanner.skipped() <= CODE_FACTOR * letters;
    }

    private List<ScriptShare> scripts() {
        List<ScriptShare> shares = new ArrayList<>();
        double total = counter.total();
        for (int i = 0; i < counter.kinds(); i++) {
            int script = counter.kind(i);
            if (counter.count(script) > SCRIPT_FLOOR * total) {
                shares.add(new ScriptShare(Scripts.iso(script), counter.count(script) / total));
            }
        }
        shares.sort(Comparator.comparingDouble(ScriptShare::share).reversed().thenComparing(ScriptShare::script));
        return shares;
    }
}
