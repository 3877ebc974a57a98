package org.babelmill.jobs.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules outside the filter plans are for: those of the archive, the address, rights, language, duplicates. */
public final class EarlierRules {

    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private EarlierRules() {}

    /** What a rule is for, by {@code stage/rule}, in the order of the stages. */
    public static Map<String, String> all() {
        return DESCRIPTIONS;
    }

    /** What a rule is for; empty for one that is not known, such as a kind of damage to an archive. */
    public static String description(String stage, String rule) {
        return DESCRIPTIONS.getOrDefault(stage + "/" + rule, "");
    }

    private static Map<String, String> descriptions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("select/record-type", "Passes over records that hold no page, such as requests and metadata.");
        all.put("select/http-status", "Passes over answers whose status is not in input.statuses - errors, redirects.");
        all.put("select/http-head", "Passes over answers whose status line cannot be read.");
        all.put("select/truncated", "Passes over pages that the crawler cut off, where input.keep-truncated is false.");
        all.put("select/media-type", "Passes over content of a type that is not in input.media-types.");
        all.put("select/robots-txt", "Keeps robots.txt records apart; they are evidence about rights, not pages.");
        all.put("url/extension", "Drops addresses that end as files do which hold no text.");
        all.put("url/ip-host", "Drops addresses with a number for a host.");
        all.put("url/host-list", "Drops hosts that stand on a block list.");
        all.put("url/url-list", "Drops addresses that stand on a block list.");
        all.put("url/word", "Drops addresses with a word that a block list forbids.");
        all.put("url/soft-words", "Drops addresses with several words that are suspicious together.");
        rights(all);
        all.put("extract/empty", "Drops pages without main text.");
        all.put("extract/binary", "Drops content that is no text: too many control characters.");
        all.put("extract/content-coding", "Drops pages whose compression is damaged from the start.");
        all.put("extract/broken-pdf", "Drops PDF files that cannot be read.");
        all.put("extract/machine-translated", "Drops pages whose HTML says that a program translated them.");
        all.put("language/no-language", "Drops texts without language - too short, no letters.");
        all.put("language/language-score", "Drops texts whose language is not certain enough for language.threshold.");
        all.put("language/language-not-selected", "Puts aside texts in languages that --languages does not name.");
        all.put("dedup/same-url", "Drops earlier captures of an address, where dedup.url asks for it.");
        all.put("dedup/same-text", "Drops exact copies; the value is the id of the one that stays.");
        all.put("dedup/near-duplicate", "Drops documents that are nearly the same as one that stays.");
        all.put("takedown/tombstone", "Drops documents, addresses and hosts that were taken back.");
        return Collections.unmodifiableMap(all);
    }

    private static void rights(Map<String, String> all) {
        all.put(
                "rights/noai",
                "Drops pages that say noai in X-Robots-Tag or meta robots, where rights.honour names it.");
        all.put("rights/noimageai", "Drops pages that say noimageai, where rights.honour names it.");
        all.put("rights/noml", "Drops pages that say noml, where rights.honour names it.");
        all.put("rights/noindex", "Drops pages that say noindex, where rights.honour names it.");
        all.put("rights/nosnippet", "Drops pages that say nosnippet, where rights.honour names it.");
        all.put("rights/tdm-reservation", "Drops pages that reserve text and data mining (W3C's protocol).");
        all.put(
                "rights/robots-txt",
                "Drops pages that a robots.txt in the same archives forbids, where rights.honour says so.");
        all.put("rights/licence", "Drops pages without one of the licences in rights.licences.");
    }
}
