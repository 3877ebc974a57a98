package org.babelmill.jobs.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.jobs.balance.CopyTable;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.BoundPlan;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.signal.Signal;

/**
 * Decides about documents, from what is known of each alone. All rules are tried, so that a dropped document tells
 * everything that is against it. Not thread-safe.
 */
final class Decider {

    private final FilterPlan plan;
    private final LanguageProfiles profiles;
    private final DecisionSettings settings;
    private final Tombstones tombstones;
    private final Map<Group, BoundPlan> plans = new HashMap<>();
    private final RowBuilder row = new RowBuilder(DecisionsTable.SCHEMA);

    /** Documents with the same rules: those of a language in a crawl. */
    private record Group(LanguageTag tag, String source) {}

    Decider(FilterPlan plan, LanguageProfiles profiles, DecisionSettings settings, Tombstones tombstones) {
        this.plan = plan;
        this.tombstones = tombstones;
        this.profiles = profiles;
        this.settings = settings;
    }

    /** Every reason against a document, in the order of the stages; none for one that stays. */
    List<Reason> reasons(Candidate document) {
        List<Reason> reasons = new ArrayList<>();
        document.robots()
                .ifPresent(agent ->
                        reasons.add(EarlierRule.RIGHTS_ROBOTS_TXT.reason(document.url(), Comparison.MATCHES, agent)));
        language(document, reasons);
        document.twin().filter(t -> !t.keep()).ifPresent(twin -> reasons.add(duplicate(twin)));
        if (document.tag().isDetermined()) {
            reasons.addAll(plans.computeIfAbsent(new Group(document.tag(), document.source()), this::bind)
                    .failures(document.signals()));
        }
        tombstones
                .match(
                        document.id(),
                        document.url(),
                        PageAddress.of(document.url()).host())
                .ifPresent(kind -> reasons.add(EarlierRule.TAKEDOWN_TOMBSTONE.reason(kind, Comparison.EQUALS, kind)));
        reasons.sort(Comparator.comparing(Reason::stage));
        return reasons;
    }

    private void language(Candidate document, List<Reason> reasons) {
        LanguageTag tag = document.tag();
        if (tag.equals(LanguageTag.NONE)) {
            reasons.add(EarlierRule.LANGUAGE_NO_LANGUAGE.reason(tag.toString(), Comparison.EQUALS, tag.toString()));
        } else if (!tag.isDetermined()) {
            reasons.add(EarlierRule.LANGUAGE_LANGUAGE_SCORE.reason(
                    document.languageScore(), Comparison.BELOW, settings.languageThreshold(document.best())));
        }
    }

    private Reason duplicate(Candidate.Twin twin) {
        return switch (twin.link()) {
            case "url" -> EarlierRule.DEDUP_SAME_URL.reason(twin.survivor(), Comparison.EQUALS, "");
            case "exact" -> EarlierRule.DEDUP_SAME_TEXT.reason(twin.survivor(), Comparison.EQUALS, "");
            default ->
                EarlierRule.DEDUP_NEAR_DUPLICATE.reason(twin.similarity(), Comparison.AT_LEAST, settings.similarity());
        };
    }

    private BoundPlan bind(Group group) {
        return plan.bind(group.tag(), profiles.find(group.tag()).profile(), group.source());
    }

    /** The row of a document. */
    Object[] row(Candidate document, List<Reason> reasons, CopyTable copies) {
        boolean keep = reasons.isEmpty();
        long size = document.twin().map(Candidate.Twin::size).orElse(1L);
        return row.set("id", document.id())
                .set("key", document.key())
                .set("language", document.tag().toString())
                .set("keep", keep)
                .set("stage", keep ? null : reasons.get(0).stage().label())
                .set("reasons", DecisionsTable.reasons(reasons))
                .set("cluster_id", document.twin().map(Candidate.Twin::cluster).orElse(document.id()))
                .set("cluster_size", size)
                .set(
                        "survivor_id",
                        document.twin()
                                .filter(t -> !t.keep())
                                .map(Candidate.Twin::survivor)
                                .orElse(null))
                .set(
                        "similarity",
                        document.twin()
                                .filter(t -> !t.keep())
                                .map(Candidate.Twin::similarity)
                                .orElse(null))
                .set("repeats", keep ? copies.copies(size) : 0)
                .set("text_bytes", (long) document.signals().get(Signal.UTF8_BYTES))
                .set("words", (long) document.signals().get(Signal.WORDS))
                .build();
    }
}
