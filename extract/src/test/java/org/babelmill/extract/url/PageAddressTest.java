package org.babelmill.extract.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://a.example,                    a.example, /,     ''",
        "http://a.example?x=1,                a.example, /,     x=1",
        "http://a.example#top?x,              a.example, /,     ''",
        "http://a.example/p#top?x,            a.example, /p,    ''",
        "http://a.example/p?x#y?z,            a.example, /p,    x",
        "http://u@A.example:80/p/q?x?y,       a.example, /p/q,  x?y",
        "http://a.example.\\p,                a.example, \\p,   ''",
        "mailto:someone,                      '',        /,     ''",
    })
    void aUrlIsTakenApart(String url, String host, String path, String query) {
        PageAddress address = PageAddress.of(url);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.path()).isEqualTo(path);
        assertThat(address.query()).isEqualTo(query);
    }
}
