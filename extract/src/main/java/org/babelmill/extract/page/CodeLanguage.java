package org.babelmill.extract.page;

import java.util.Set;
import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.Element;

/** The programming language that a page names for a piece of code, in the class names of the usual highlighters. */
final class CodeLanguage {

    private static final int MAX_NAME = 30;
    private static final String[] PREFIXES = {
        "language-", "lang-", "highlight-source-", "highlight-", "brush:", "sourceCode "
    };
    private static final Set<String> NO_LANGUAGES =
            Set.of("none", "plaintext", "text", "auto", "default", "wrapper", "notranslate");

    private CodeLanguage() {}

    /** Looks at the element, the code element inside it and the elements around it; empty when none says. */
    static String of(Element pre) {
        Element code = pre.firstElementChild();
        String found = code != null && code.nameIs("code") ? name(code) : "";
        Element element = pre;
        for (int i = 0; i < 3 && found.isEmpty() && element != null; i++) {
            found = name(element);
            element = element.parent();
        }
        return found;
    }

    private static String name(Element element) {
        String data = element.attr("data-lang");
        if (!data.isEmpty()) {
            return usable(data);
        }
        String names = element.attr("class");
        for (String prefix : PREFIXES) {
            int at = names.isEmpty() ? -1 : Ascii.indexOf(names, prefix, 0);
            if (at >= 0 && (at == 0 || names.charAt(at - 1) == ' ')) {
                return usable(word(names, at + prefix.length()));
            }
        }
        return "";
    }

    private static String word(String names, int from) {
        int start = from;
        while (start < names.length() && names.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < names.length() && " ;,".indexOf(names.charAt(end)) < 0) {
            end++;
        }
        return names.substring(start, end);
    }

    private static String usable(String name) {
        String lower = Ascii.lower(name.trim());
        return lower.length() > MAX_NAME || NO_LANGUAGES.contains(lower) ? "" : lower;
    }
}
