package org.babelmill.langid.lingua;

import com.github.pemistahl.lingua.api.Language;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * All of Lingua's models in one set of tables, in memory. Immutable and shared. Made from Lingua's jar in about ten seconds
 * of one core; nothing is written to disk.
 */
public final class LinguaModel {

    private static final LanguageTag CHINESE = LanguageTag.parse("cmn_Hani");

    private final List<LanguageTag> tags;
    private final LinguaRules rules;
    private final GramTable[] tables = new GramTable[LinguaTable.MAX_ORDER + 1];
    private final TrigramRows trigrams;

    private LinguaModel(List<Language> languages) throws IOException {
        this.tags = languages.stream().map(LinguaModel::tag).toList();
        this.rules = new LinguaRules(languages);
        for (int order = 1; order <= LinguaTable.MAX_ORDER; order++) {
            tables[order] = table(languages, order);
        }
        this.trigrams = TrigramRows.of(trigrams(languages), tables, languages.size());
    }

    /** Reads the models of all languages from Lingua's jar. */
    public static LinguaModel load() throws IOException {
        return load(Language.Companion.all());
    }

    /** The models of some languages, among them Chinese and Japanese, which Lingua's rules treat apart. */
    static LinguaModel load(List<Language> languages) throws IOException {
        if (!languages.containsAll(List.of(Language.CHINESE, Language.JAPANESE))) {
            throw new IllegalArgumentException("languages must include Chinese and Japanese, are " + languages);
        }
        return new LinguaModel(languages);
    }

    /** The languages in Lingua's order; their place is their number. */
    public List<LanguageTag> tags() {
        return tags;
    }

    /** Bytes that the tables take in memory. */
    public long memory() {
        long memory = trigrams.memory();
        for (int order = 1; order <= LinguaTable.MAX_ORDER; order++) {
            memory += tables[order].memory();
        }
        return memory;
    }

    LinguaRules rules() {
        return rules;
    }

    GramTable table(int order) {
        return tables[order];
    }

    TrigramRows trigrams() {
        return trigrams;
    }

    private static LongSet trigrams(List<Language> languages) throws IOException {
        LongSet trigrams = new LongOpenHashSet();
        for (Language language : languages) {
            LinguaTable.read(iso(language), 3, (chars, start, end, probability) -> {
                if (end - start == 3) {
                    trigrams.add(TrigramRows.pack(chars, start));
                }
            });
        }
        return trigrams;
    }

    private static GramTable table(List<Language> languages, int order) throws IOException {
        GramTable.Builder builder = new GramTable.Builder();
        for (int language = 0; language < languages.size(); language++) {
            int number = language;
            LinguaTable.read(iso(languages.get(language)), order, (chars, start, end, probability) -> {
                if (end - start == order) {
                    builder.add(number, GramKeys.of(chars, start, end), probability);
                }
            });
        }
        return builder.build();
    }

    private static LanguageTag tag(Language language) {
        return language == Language.CHINESE
                ? CHINESE
                : LanguageLabels.standard().find(iso(language)).orElseThrow();
    }

    private static String iso(Language language) {
        return language.getIsoCode639_1().name().toLowerCase(Locale.ROOT);
    }
}
