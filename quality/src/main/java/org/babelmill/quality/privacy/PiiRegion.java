package org.babelmill.quality.privacy;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.babelmill.pipeline.language.LanguageTag;

/** The country whose phone numbers a page may give without a country code. */
final class PiiRegion {

    private static final String NONE = "ZZ";

    private PiiRegion() {}

    /**
     * ISO 3166 code: the country of the host's top-level domain, or else the one where the language is most likely read;
     * {@code ZZ} where neither says one.
     *
     * @param host the page's host; empty where it is not known
     */
    static String of(LanguageTag tag, String host) {
        String top = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (top.length() == 2 && host.indexOf('.') > 0) {
            return top.equals("UK") ? "GB" : top;
        }
        if (!tag.isDetermined()) {
            return NONE;
        }
        String country = ULocale.addLikelySubtags(new ULocale(tag.toString())).getCountry();
        return country.length() == 2 ? country : NONE;
    }
}
