package org.babelmill.pipeline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Names under which corpora publish the same language: ISO 639-3 macrolanguages beside their main member, and Han script
 * with and without the variant.
 */
final class LanguageAliases {

    /** Macrolanguage to main member; of each pair either may be asked for and either may have the profile. */
    private static final Map<String, String> MACRO = Map.ofEntries(
            Map.entry("ara", "arb"),
            Map.entry("aze", "azj"),
            Map.entry("est", "ekk"),
            Map.entry("fas", "pes"),
            Map.entry("grn", "gug"),
            Map.entry("kur", "kmr"),
            Map.entry("lav", "lvs"),
            Map.entry("mlg", "plt"),
            Map.entry("mon", "khk"),
            Map.entry("msa", "zsm"),
            Map.entry("nep", "npi"),
            Map.entry("nor", "nob"),
            Map.entry("ori", "ory"),
            Map.entry("orm", "gaz"),
            Map.entry("pus", "pbt"),
            Map.entry("que", "quy"),
            Map.entry("sqi", "als"),
            Map.entry("swa", "swh"),
            Map.entry("tgl", "fil"),
            Map.entry("uzb", "uzn"),
            Map.entry("yid", "ydd"),
            Map.entry("zho", "cmn"));

    private static final Map<String, List<String>> SCRIPTS = Map.of(
            "Hani", List.of("Hans", "Hant"),
            "Hans", List.of("Hani"),
            "Hant", List.of("Hani"),
            "Hang", List.of("Kore"),
            "Kore", List.of("Hang"));

    private LanguageAliases() {}

    /** Other tags of the same language, closest first; without the tag itself. */
    static List<LanguageTag> of(LanguageTag tag) {
        List<String> languages = new ArrayList<>(List.of(tag.language()));
        MACRO.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(pair -> {
            if (pair.getKey().equals(tag.language())) {
                languages.add(pair.getValue());
            } else if (pair.getValue().equals(tag.language())) {
                languages.add(pair.getKey());
            }
        });
        List<String> scripts = new ArrayList<>(List.of(tag.script()));
        scripts.addAll(SCRIPTS.getOrDefault(tag.script(), List.of()));
        List<LanguageTag> result = new ArrayList<>();
        for (String language : languages) {
            for (String script : scripts) {
                result.add(new LanguageTag(language, script));
            }
        }
        result.remove(tag);
        return result;
    }
}
