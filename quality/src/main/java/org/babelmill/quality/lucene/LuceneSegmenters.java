package org.babelmill.quality.lucene;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.pipeline.text.WordSegmenters;

/** Makes segmenters of Lucene's where it has one for the language, and standard ones elsewhere. */
public final class LuceneSegmenters {

    private static final List<String> CLASSES = List.of(
            "org.apache.lucene.analysis.ja.JapaneseTokenizer",
            "org.apache.lucene.analysis.ko.KoreanTokenizer",
            "org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer");

    private LuceneSegmenters() {}

    /**
     * What makes a segmenter for texts of a language. Thresholds must have been derived with the same segmenters.
     *
     * @throws ConfigurationException when Lucene's jars are not there
     */
    public static Function<LanguageTag, WordSegmenter> makers() {
        for (String name : CLASSES) {
            try {
                Class.forName(name, false, LuceneSegmenters.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new ConfigurationException(List.of(new ConfigurationProblem(
                        "signals.segmenter",
                        "lucene",
                        "class path",
                        "lucene-analysis-kuromoji, -nori, -smartcn and -common and lucene-core on the class path; "
                                + name + " is missing")));
            }
        }
        return LuceneSegmenters::make;
    }

    private static WordSegmenter make(LanguageTag tag) {
        return switch (tag.language()) {
            case "jpn" -> new LuceneSegmenter(japanese());
            case "kor" -> new LuceneSegmenter(korean());
            case "cmn", "zho" ->
                tag.script().equals("Hant")
                        ? WordSegmenters.standard(tag)
                        : new LuceneSegmenter(new HMMChineseTokenizer());
            default -> WordSegmenters.standard(tag);
        };
    }

    private static Tokenizer japanese() {
        return new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL);
    }

    private static Tokenizer korean() {
        return new KoreanTokenizer(
                KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                null,
                KoreanTokenizer.DecompoundMode.NONE,
                false,
                false);
    }
}
