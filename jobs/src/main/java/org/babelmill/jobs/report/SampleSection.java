package org.babelmill.jobs.report;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Documents to look at: kept ones of each language, and what each rule removed and only just let pass. */
final class SampleSection {

    private final ReportData data;
    private final SampleChoice choice;

    SampleSection(ReportData data) {
        this.data = data;
        this.choice = SampleChoice.of(data.survey());
    }

    void write(Page page) {
        Element section = page.section(
                "samples",
                "Samples",
                "Chosen by a hash of id and seed, so the same run shows the same documents. Only the beginning of each"
                        + " text is shown; babelmill explain shows everything about one.");
        section.appendElement("h3").text("By rule: removed, and kept next to the threshold");
        choice.rules().forEach((rule, languages) -> {
            Element details = section.appendElement("details");
            details.appendElement("summary")
                    .text(String.format(
                            Locale.ROOT,
                            "%s (%,d documents in the languages shown)",
                            rule,
                            SampleChoice.failed(languages)));
            String description = data.thresholds().description(rule.substring(rule.indexOf('/') + 1));
            if (!description.isEmpty()) {
                details.appendElement("p").addClass("note").text(description);
            }
            Element samples = details.appendElement("div").addClass("samples");
            for (SampleChoice.RuleSamples language : languages) {
                language.removed().forEach(p -> SampleCard.write(samples, p, data.excerpts(), false));
                language.near().forEach(p -> SampleCard.write(samples, p, data.excerpts(), true));
            }
        });
        section.appendElement("h3").text("By language: kept");
        choice.kept().forEach((language, picks) -> {
            Element details = section.appendElement("details");
            details.appendElement("summary").text(language + " " + LanguageMarkup.name(language));
            Element samples = details.appendElement("div").addClass("samples");
            picks.forEach(p -> SampleCard.write(samples, p, data.excerpts(), true));
        });
    }
}
