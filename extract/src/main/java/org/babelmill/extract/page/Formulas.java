package org.babelmill.extract.page;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** The source of a formula in MathML. */
final class Formulas {

    private static final int MAX_ELEMENTS = 10_000;

    private Formulas() {}

    /** TeX where the page gives it, as an annotation or alternative text; else the symbols in order. */
    static String source(Element math) {
        Deque<Element> open = new ArrayDeque<>();
        open.push(math);
        for (int seen = 0; !open.isEmpty() && seen < MAX_ELEMENTS; seen++) {
            Element element = open.pop();
            if (element.nameIs("annotation") && element.attr("encoding").contains("tex")) {
                return element.wholeText();
            }
            for (Element child = element.lastElementChild(); child != null; child = child.previousElementSibling()) {
                open.push(child);
            }
        }
        return math.hasAttr("alttext") ? math.attr("alttext") : math.text();
    }
}
