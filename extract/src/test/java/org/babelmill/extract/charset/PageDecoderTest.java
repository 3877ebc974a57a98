package org.babelmill.extract.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.babelmill.extract.archive.Warcs;
import org.babelmill.extract.repair.TextRepair;
import org.junit.jupiter.api.Test;

class PageDecoderTest {

    private static final String POLISH = "<p>Wątpimy, czy nowy zastępca zna specyfikę służb mundurowych.</p>";

    private final PageDecoder decoder = new PageDecoder();

    @Test
    void validUtf8IsUtf8HoweverMuchWasLostBefore() {
        String page = POLISH + "<p>Prze\uFFFD\uFFFDd " + "\uFFFD".repeat(9) + "</p>";

        DecodedText decoded = decoder.decode(page.getBytes(UTF_8), Optional.of("utf-8"));

        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.charset()).isEqualTo("utf-8");
        assertThat(decoded.evidence()).isEqualTo(DecodedText.Evidence.VALID_UTF8);
        assertThat(decoded.replaced()).isEqualTo(11);
    }

    @Test
    void validUtf8IsUtf8WhereAnotherProgramMadeControlsOfQuotes() {
        String page = "<p>\u0093Nobody\u0094, he said, \u0093not even us\u0094.</p>";

        DecodedText decoded = decoder.decode(page.getBytes(UTF_8), Optional.of("iso-8859-2"));

        assertThat(decoded.text()).isEqualTo(page);
        assertThat(TextRepair.repair(decoded.text()).text()).isEqualTo("<p>“Nobody”, he said, “not even us”.</p>");
    }

    @Test
    void whatWasCopiedOfAPageOutlivesTheNextOne() {
        String longer = POLISH.repeat(50);
        String first = decoder.decode(longer.getBytes(UTF_8), Optional.empty()).text();
        String second = decoder.decode(POLISH.getBytes(UTF_8), Optional.empty()).text();

        assertThat(first).isEqualTo(longer);
        assertThat(second).isEqualTo(POLISH);
    }

    @Test
    void aFaultyByteAmongManyGoodCharactersIsCounted() {
        byte[] page = Warcs.concat(POLISH.repeat(20).getBytes(UTF_8), new byte[] {(byte) 0xC5}, "<br>".getBytes(UTF_8));

        DecodedText decoded = decoder.decode(page, Optional.empty());

        assertThat(decoded)
                .isEqualTo(new DecodedText(
                        POLISH.repeat(20) + "\uFFFD<br>", "utf-8", DecodedText.Evidence.MOSTLY_UTF8, 1));
    }
}
