package org.babelmill.jobs.report;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;
import org.jsoup.nodes.Element;

/** Says of an element in which language and direction its text is, so that browsers choose fonts, hyphens and voices. */
public final class LanguageMarkup {

    private LanguageMarkup() {}

    /** Marks an element. */
    public static Element mark(Element element, String label) {
        LanguageTag tag = LanguageTag.parse(label);
        return element.attr("lang", bcp47(tag)).attr("dir", direction(tag));
    }

    /** The tag for HTML: {@code de-Latn}, {@code arb-Arab}, {@code und-Cyrl}. */
    static String bcp47(LanguageTag tag) {
        return new ULocale(tag.language() + "_" + tag.script()).toLanguageTag();
    }

    /** {@code rtl} or {@code ltr}; {@code auto} without a script. */
    static String direction(LanguageTag tag) {
        int script = UScript.getCodeFromName(tag.script());
        if (script == UScript.INVALID_CODE || tag.script().startsWith("Z")) {
            return "auto";
        }
        return UScript.isRightToLeft(script) ? "rtl" : "ltr";
    }

    /** The language's English name, or its code. */
    static String name(String label) {
        LanguageTag tag = LanguageTag.parse(label);
        return switch (tag.language()) {
            case "und" -> "undetermined";
            case "zxx" -> "no language";
            default -> LanguageLabels.standard().name(tag);
        };
    }
}
