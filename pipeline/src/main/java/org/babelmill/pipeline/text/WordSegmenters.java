package org.babelmill.pipeline.text;

import java.util.Set;
import org.babelmill.pipeline.language.LanguageTag;

/** Makes word segmenters. */
public final class WordSegmenters {

    /** Languages that write an elided article or preposition with an apostrophe before the next word. */
    private static final Set<String> ELISION = Set.of(
            "fra", "ita", "cat", "oci", "frp", "wln", "pcd", "nrf", "lij", "pms", "lmo", "vec", "egl", "eml", "rgn",
            "fur", "lld", "roh", "scn", "nap", "srd", "sro", "src", "cos", "arg", "ast");

    private WordSegmenters() {}

    /**
     * A new standard segmenter for texts of a language. The script of each character decides how it is cut; the language
     * decides only what an apostrophe does.
     */
    public static WordSegmenter standard(LanguageTag tag) {
        return new ScriptWordSegmenter(elides(tag));
    }

    /** Whether the standard segmenter of a language takes the apostrophe as the end of a word. */
    public static boolean elides(LanguageTag tag) {
        return ELISION.contains(tag.language());
    }

    /** A new segmenter that cuts at white space alone, as Python's {@code str.split()} does. */
    public static WordSegmenter whitespace() {
        return new WhitespaceSegmenter();
    }
}
