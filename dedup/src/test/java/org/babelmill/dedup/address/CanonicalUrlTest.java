package org.babelmill.dedup.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://WWW.Example.COM:80/a, example.com/a",
        "https://example.com.:443/a, example.com/a",
        "https://user:secret@example.com, example.com/",
        "http://example.com:8080/, example.com:8080/",
        "http://[2001:DB8::1]:80/a, [2001:db8::1]/a",
        "http://bücher.example/straße, xn--bcher-kva.example/stra%C3%9Fe",
        "http://example.com/a/../b/./c/.., example.com/b/",
        "http://example.com/%7euser/%e4%b8%ad, example.com/~user/%E4%B8%AD",
        "http://example.com/a%2Fb, example.com/a%2Fb",
        "http://example.com/100%, example.com/100%25",
        "http://example.com/a;jsessionid=9F0?x=1, example.com/a?x=1",
        "http://example.com/?b=2&a=1&b=1, example.com/?a=1&b=2&b=1",
        "http://example.com/a?utm_source=x&UTM_Medium=y&gclid=1, example.com/a",
        "http://example.com/a?q=utm_source, example.com/a?q=utm_source",
        "http://example.com/a#section, example.com/a",
        "http://example.com/#!/page, example.com/#!/page",
        "http://example.com/a?, example.com/a",
        "http://example.com\\a\\b, example.com/a/b",
    })
    void spellingsOfOneAddressHaveOneForm(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/a, http://example.com/A",
        "http://example.com/a, http://example.com/a/",
        "http://example.com/?id=1, http://example.com/?id=2",
        "http://a.example.com/, http://example.com/",
        "http://www.com/, http://com/",
    })
    void differentPagesStayDifferent(String one, String other) {
        assertThat(UrlKey.of(one)).isNotEqualTo(UrlKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void withoutAddressThereIsNoKey(String url) {
        assertThat(UrlKey.of(url)).isEqualTo(UrlKey.NONE);
    }

    @Test
    void whatIsNoWebAddressIsComparedAsItIs() {
        assertThat(CanonicalUrl.of(" urn:page:X#1 ")).isEqualTo("urn:page:X#1");
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(CanonicalUrl.of("HTTP://WIKI.EXAMPLE/?UTM_ID=1")).isEqualTo("wiki.example/");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 2000)
    void theCanonicalFormIsItsOwn(@ForAll @AlphaChars String host, @ForAll String rest) {
        String canonical = CanonicalUrl.of("http://h" + host + "/" + rest);

        assertThat(CanonicalUrl.of("http://" + canonical)).isEqualTo(canonical);
    }
}
