package org.babelmill.extract.page;

import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.Element;

/** Which links are worth a look as licence statements. */
final class LicenceLinks {

    private LicenceLinks() {}

    static boolean mayBe(Element link) {
        String target = link.attr("href");
        return target.indexOf("creativecommons.org") >= 0 || Ascii.contains(link.attr("rel"), "license");
    }
}
