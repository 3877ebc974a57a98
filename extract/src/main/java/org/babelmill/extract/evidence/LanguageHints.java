package org.babelmill.extract.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.babelmill.extract.http.HeaderFields;
import org.babelmill.extract.text.Ascii;

/**
 * What a page claims about its language. Claims, not facts: templates are often left at {@code en}.
 *
 * @param html {@code lang} of the root element
 * @param hreflang language of the alternate link that points to the page itself
 * @param content {@code Content-Language} of the header, or of a meta element
 * @param openGraph {@code og:locale}
 */
public record LanguageHints(String html, String hreflang, String content, String openGraph) {

    /** No claims. */
    public static final LanguageHints NONE = new LanguageHints("", "", "", "");

    public LanguageHints {
        requireNonNull(html, "html");
        requireNonNull(hreflang, "hreflang");
        requireNonNull(content, "content");
        requireNonNull(openGraph, "openGraph");
    }

    /** Collects the claims. */
    public static LanguageHints of(String url, HeaderFields headers, PageMetadata page) {
        Optional<String> header = headers.first("Content-Language").filter(v -> !v.isEmpty());
        return new LanguageHints(
                page.htmlLanguage(),
                hreflang(url, page),
                header.or(() -> page.meta("content-language")).orElse(""),
                page.meta("og:locale").orElse(""));
    }

    private static String hreflang(String url, PageMetadata page) {
        for (PageMetadata.Link link : page.links()) {
            boolean alternate =
                    link.relation().contains("alternate") && !link.language().isEmpty();
            if (alternate && !link.language().equals("x-default") && samePage(link.target(), url)) {
                return link.language();
            }
        }
        return "";
    }

    private static boolean samePage(String target, String url) {
        return Ascii.equalsIgnoreCase(bare(target), bare(url));
    }

    private static String bare(String url) {
        int scheme = url.indexOf("//");
        String rest = scheme < 0 ? url : url.substring(scheme + 2);
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }
}
