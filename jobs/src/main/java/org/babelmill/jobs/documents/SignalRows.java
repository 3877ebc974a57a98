package org.babelmill.jobs.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.babelmill.dedup.address.UrlKey;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.langid.LineLanguages;
import org.babelmill.langid.SecondOpinion;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.TextSignals;

/** Rows of the {@code signals} table. Not thread-safe. */
final class SignalRows {

    private final List<Signal> measured = SignalsTable.measured();
    private final RowBuilder row = new RowBuilder(SignalsTable.SCHEMA);

    /** The row of a document. */
    Object[] of(DocumentSource source, Annotation annotation) {
        UrlKey address = UrlKey.of(source.url());
        row.set("id", source.id().value())
                .set("key", source.key())
                .set("url", source.url())
                .set("url_high", address.high())
                .set("url_low", address.low())
                .set("host", source.host())
                .set("date", source.date())
                .set("dump", source.dump())
                .set("html_language", source.htmlLanguage())
                .set("licence", source.licence())
                .set("licence_rank", LicenceRank.of(source.licence()));
        verdict(annotation.verdict());
        signature(annotation.signature());
        signals(annotation.signals());
        return row.set("pii", SignalsTable.pii(annotation.pii())).build();
    }

    private void verdict(LanguageVerdict verdict) {
        LineLanguages lines = verdict.lines();
        row.set("language", verdict.tag().toString())
                .set("best_language", verdict.best().toString())
                .set("language_score", verdict.probability())
                .set("top_languages", scores(verdict.candidates()))
                .set(
                        "script_shares",
                        verdict.scripts().stream()
                                .map(s -> new Object[] {s.script(), s.share()})
                                .toList())
                .set(
                        "line_languages",
                        lines.runs().stream()
                                .map(r -> new Object[] {r.tag().toString(), r.lines()})
                                .toList())
                .set("line_shares", scores(lines.shares()))
                .set("mixed", lines.mixed())
                .set("code_mix", lines.codeMix())
                .set(
                        "second_language",
                        verdict.second().map(s -> s.tag().toString()).orElse(null))
                .set(
                        "second_score",
                        verdict.second().map(SecondOpinion::probability).orElse(null))
                .set("engines_agree", verdict.second().map(SecondOpinion::agree).orElse(null));
    }

    private static List<Object[]> scores(List<Candidate> candidates) {
        return candidates.stream()
                .map(c -> new Object[] {c.tag().toString(), c.probability()})
                .toList();
    }

    private void signature(DocumentSignature signature) {
        List<Long> bands = new ArrayList<>(signature.bands().length);
        Arrays.stream(signature.bands()).forEach(bands::add);
        row.set("fingerprint_high", signature.fingerprintHigh())
                .set("fingerprint_low", signature.fingerprintLow())
                .set("bands", bands)
                .set("sketch", signature.sketch())
                .set("shingle_set", signature.shingleSet())
                .set("shingles", signature.shingles());
    }

    private void signals(TextSignals signals) {
        for (Signal signal : measured) {
            double value = signals.get(signal);
            row.set(signal.column(), Double.isNaN(value) ? null : value);
        }
    }
}
