package org.babelmill.pipeline.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentIdTest {

    /** The value is stored in published shards: it must never change. */
    @Test
    void theIdOfAPlaceIsForEver() {
        assertThat(DocumentId.of(new ArchiveLocation("crawl/a.warc.gz", 4711, 99))
                        .value())
                .isEqualTo(sha256Prefix());
    }

    @Test
    void theLengthTakesNoPart() {
        assertThat(DocumentId.of(new ArchiveLocation("a", 1, 5)))
                .isEqualTo(DocumentId.of(new ArchiveLocation("a", 1, 0)))
                .isNotEqualTo(DocumentId.of(new ArchiveLocation("a", 2, 5)));
    }

    /** {@code printf 'crawl/a.warc.gz\0\0\0\0\0\0\0\x12\x67' | sha256sum | cut -c1-32}. */
    private static String sha256Prefix() {
        return "c3318c997944a4b2db223f863b9037c7";
    }
}
