package org.babelmill.langid.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.babelmill.langid.lingua.LinguaTable;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The languages whose tables can be derived from Lingua's models. Lingua splits words at combining marks, so languages of
 * Indic scripts are not among them, nor are languages that a script of their own settles.
 */
public final class LinguaSources {

    private static final String TAGS = """
            af afr_Latn, ar arb_Arab, az azj_Latn, be bel_Cyrl, bg bul_Cyrl, bs bos_Latn, ca cat_Latn, cs ces_Latn,
            cy cym_Latn, da dan_Latn, de deu_Latn, en eng_Latn, eo epo_Latn, es spa_Latn, et ekk_Latn, eu eus_Latn,
            fa fas_Arab, fi fin_Latn, fr fra_Latn, ga gle_Latn, hr hrv_Latn, hu hun_Latn, id ind_Latn, is isl_Latn,
            it ita_Latn, kk kaz_Cyrl, la lat_Latn, lg lug_Latn, lt lit_Latn, lv lvs_Latn, mi mri_Latn, mk mkd_Cyrl,
            mn khk_Cyrl, ms zsm_Latn, nb nob_Latn, nl nld_Latn, nn nno_Latn, pl pol_Latn, pt por_Latn, ro ron_Latn,
            ru rus_Cyrl, sk slk_Latn, sl slv_Latn, sn sna_Latn, so som_Latn, sq als_Latn, sr srp_Cyrl, st sot_Latn,
            sv swe_Latn, sw swh_Latn, tl fil_Latn, tn tsn_Latn, tr tur_Latn, ts tso_Latn, uk ukr_Cyrl, ur urd_Arab,
            vi vie_Latn, xh xho_Latn, yo yor_Latn, zh cmn_Hani, zu zul_Latn
            """;

    private static final LanguageTag SERBIAN = LanguageTag.parse("srp_Cyrl");
    private static final LanguageTag SERBIAN_LATIN = LanguageTag.parse("srp_Latn");

    private LinguaSources() {}

    /** ISO 639-1 code, as Lingua names its files, and tag of each language. */
    static SortedMap<String, LanguageTag> languages() {
        SortedMap<String, LanguageTag> languages = new TreeMap<>();
        for (String entry : TAGS.split(",")) {
            String[] parts = entry.strip().split(" ");
            languages.put(parts[0], LanguageTag.parse(parts[1]));
        }
        return languages;
    }

    /** Derives all tables, each trimmed to the limits. Serbian, which Lingua knows in Cyrillic, comes in Latin too. */
    public static Map<LanguageTag, FeatureTable> derive(FeatureTable.Limits limits) throws IOException {
        SortedMap<LanguageTag, FeatureTable> tables = new ConcurrentSkipListMap<>();
        try {
            languages().entrySet().parallelStream().forEach(language -> {
                FeatureTable derived = derive(language.getKey(), limits);
                tables.put(language.getValue(), derived.trimmed(limits));
                if (language.getValue().equals(SERBIAN)) {
                    tables.put(SERBIAN_LATIN, latin(derived).trimmed(limits));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return tables;
    }

    private static FeatureTable derive(String iso, FeatureTable.Limits limits) {
        try {
            return LinguaFeatures.of(LinguaTable.read(iso), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureTable latin(FeatureTable cyrillic) {
        List<FeatureTable.Weighted> words = new ArrayList<>();
        for (FeatureTable.Weighted word : cyrillic.common(0, Integer.MAX_VALUE)) {
            words.add(new FeatureTable.Weighted(SerbianScript.toLatin(word.text()), word.weight()));
        }
        words.sort(Comparator.comparing(FeatureTable.Weighted::text));
        return FeatureTable.ofWords(words);
    }
}
