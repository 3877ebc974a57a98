package org.babelmill.jobs.documents;

import java.util.List;
import java.util.Optional;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.langid.LineLanguages;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.privacy.PiiSpan;
import org.babelmill.quality.score.LineMatches;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalInput;
import org.babelmill.quality.signal.TextSignals;

/** Runs language, signals, personal data and signature over a text while it is in memory. Belongs to one thread. */
final class Annotator {

    private final LanguageIdentifier.Session languages;
    private final SignalComputer signals;
    private final PiiFinder pii = new PiiFinder();
    private final Signer signer;
    private final CpuClock clock;

    Annotator(RunModels.Loaded models, CpuClock clock) {
        this.languages = models.languages().newSession();
        this.signals = new SignalComputer(models.signals());
        this.signer = models.signatures().newSigner();
        this.clock = clock;
    }

    /** The language alone. */
    LanguageVerdict identify(String text) {
        LanguageVerdict verdict = languages.identify(text);
        clock.lap("language");
        return verdict;
    }

    /** Everything, for a text whose language is known. */
    Annotation annotate(String text, DocumentSource source, LanguageVerdict verdict) {
        String url = source.url();
        TextSignals measured = signals.compute(new SignalInput(
                text, verdict.tag(), url.isEmpty() ? Optional.empty() : Optional.of(url), matches(verdict)));
        clock.lap("signals");
        List<PiiSpan> personal = pii.find(text, verdict.tag(), source.host());
        clock.lap("personal data");
        DocumentSignature signature = signer.sign(text);
        clock.lap("signature");
        return new Annotation(verdict, measured, signature, personal);
    }

    private static Optional<LineMatches> matches(LanguageVerdict verdict) {
        List<LineLanguages.Run> runs = verdict.lines().runs();
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        boolean[] matches =
                new boolean[runs.stream().mapToInt(LineLanguages.Run::lines).sum()];
        int line = 0;
        for (LineLanguages.Run run : runs) {
            boolean match = run.tag().equals(verdict.best());
            for (int i = 0; i < run.lines(); i++) {
                matches[line++] = match;
            }
        }
        return Optional.of(LineMatches.of(matches));
    }
}
