package org.babelmill.quality.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.config.PrivacySettings.Kind;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    private final PiiFinder finder = new PiiFinder();
    private final PiiMasker masker = PiiMasker.of(new PrivacySettings(List.copyOf(EnumSet.allOf(Kind.class))));

    /** The matches as {@code kind:text}. */
    private String found(String text, LanguageTag tag, String host) {
        return String.join(
                " | ",
                finder.find(text, tag, host).stream()
                        .map(s -> s.kind().name().toLowerCase(Locale.ROOT) + ":" + text.substring(s.start(), s.end()))
                        .toList());
    }

    private String found(String text) {
        return found(text, GERMAN, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "write to jane.doe+news@mail.company.co.uk, please~email:jane.doe+news@mail.company.co.uk",
                "<Max@Firma.de>~email:Max@Firma.de",
                "请联系foo@bar.cn谢谢~email:foo@bar.cn",
                "user@[8.8.8.8]~email:user@[8.8.8.8]",
                "mailto:o'neil@x-y.org.~email:o'neil@x-y.org",
                "a@b@c.de~email:b@c.de",
                "..dots..@x.de~email:dots..@x.de"
            })
    void addressesAreFound(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected.replace("email:dots..@x.de", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no at sign",
                "a@b",
                "@handle",
                "x @ y.de",
                "user@localhost",
                "me@example.com",
                "foo@bar..de",
                "a@1.2"
            })
    void whatIsNoAddressIsLeft(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Your IP is 8.8.8.8.~ip:8.8.8.8",
                "http://93.184.216.34/x~ip:93.184.216.34",
                ".3.3.3.0~ip:3.3.3.0",
                "2606:4700:4700::1111 answers~ip:2606:4700:4700::1111",
                "[2a00:1450:4001:81b::200e]:80~ip:2a00:1450:4001:81b::200e",
                "2001:0470:0000:0000:0000:0000:0000:0001~ip:2001:0470:0000:0000:0000:0000:0000:0001"
            })
    void publicInternetAddressesAreFound(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3", "192.168.0.1", "127.0.0.1", "172.20.1.1", "100.64.1.1", "169.254.1.1", "192.0.2.7",
                        "198.51.100.2",
                "203.0.113.9", "224.0.0.1", "255.255.255.255", "0.1.2.3", "108.0.0.01", "1.2.3", "1.2.3.4.5",
                        "256.1.1.1",
                "Chrome/91.0.4472.124", "v1.2.3.4", "fe80::1", "::1", "2001:db8::1", "12:34:56", "std::vector",
                        "fd00::1",
                "2606:4700::1111::2"
            })
    void privateAddressesAndVersionsAreLeft(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Ruf an: +49 30 1234567!~deu_Latn~~phone:+49 30 1234567",
                "Tel. 030/1234567~deu_Latn~~phone:030/1234567",
                "01 23 45 67 89~fra_Latn~~phone:01 23 45 67 89",
                "090-1234-5678~jpn_Jpan~~phone:090-1234-5678",
                "8 (495) 123-45-67~rus_Cyrl~~phone:8 (495) 123-45-67",
                "(212) 736-5000~eng_Latn~~phone:(212) 736-5000",
                "020 7946 0018~eng_Latn~shop.co.uk~phone:020 7946 0018",
                "+1 (212) 736-5000~und_Latn~~phone:+1 (212) 736-5000"
            })
    void phoneNumbersOfTheRegionAreFound(String text, String tag, String host, String expected) {
        assertThat(found(text, LanguageTag.parse(tag), host == null ? "" : host))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-2020",
                "24.12.2020",
                "2020-12-24 18:00",
                "1234567",
                "12.345.678,90 EUR",
                "100 000 000",
                "ISBN 3-16-148410-0",
                "1,234,567",
                "+1",
                "99 % von 1000",
                "3.14159265",
                "$1 234 567"
            })
    void datesPricesAndCountsAreLeft(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "IBAN DE89 3704 0044 0532 0130 00~iban:DE89 3704 0044 0532 0130 00",
                "GB29NWBK60161331926819.~iban:GB29NWBK60161331926819",
                "card 4111 1111 1111 1111 exp~card:4111 1111 1111 1111",
                "378282246310005~card:378282246310005",
                "5555-5555-5555-4444~card:5555-5555-5555-4444"
            })
    void accountNumbersWithRightCheckDigitsAreFound(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 9532 9130 01",
                "XX89370400440532013000",
                "4111 1111 1111 1112",
                "1234567812345670",
                "DE89",
                "0000-0000-0000-0000"
            })
    void accountNumbersWithWrongOnesAreLeft(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_0123456789abcdefghijABCDEFGHIJ012345",
                "xoxb-123456789012-abcdefABCDEF0123",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY-----"
            })
    void secretsAreFoundWhole(String secret) {
        assertThat(found("key: " + secret + "\nnext")).isEqualTo("secret:" + secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIA",
                "ghp_short",
                "eyJhbGciOiJIUzI1NiJ9",
                "-----BEGIN CERTIFICATE-----\nx\n-----END",
                "sk-learn"
            })
    void whatOnlyLooksLikeASecretIsLeft(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theMatchAloneDecidesItsReplacement() {
        String text = "a@b.de, 8.8.8.8, c@d.org, a@b.de";

        String masked = masker.mask(text, finder.find(text, GERMAN));

        String[] parts = masked.split(", ");
        assertThat(parts[0]).isEqualTo(parts[3]).endsWith(parts[0].substring(parts[0].indexOf("@example.")));
        assertThat(parts[1]).isEqualTo(PiiMasker.replacement("8.8.8.8", Kind.IP));
        assertThat(PiiMasker.replacement("a@b.de", Kind.EMAIL)).isEqualTo("firstname.lastname@example.org");
        assertThat(PiiMasker.replacement("8.8.8.8", Kind.IP)).isEqualTo("203.0.113.90");
    }

    @Test
    void onlyTheKindsAskedForAreMasked() {
        PiiMasker noPhones = PiiMasker.of(new PrivacySettings(List.of(Kind.EMAIL)));
        String text = "a@b.de +49 30 1234567";

        assertThat(noPhones.mask(text, finder.find(text, GERMAN))).endsWith("example.org +49 30 1234567");
        assertThat(PiiMasker.of(new PrivacySettings(List.of())).mask(text, finder.find(text, GERMAN)))
                .isSameAs(text);
    }

    @Test
    void overlappingSpansAreRefused() {
        assertThatThrownBy(() ->
                        masker.mask("0123456789", List.of(new PiiSpan(0, 5, Kind.IP), new PiiSpan(4, 6, Kind.IP))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> masker.mask("01", List.of(new PiiSpan(0, 5, Kind.IP))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "@",
                ".",
                "a",
                "b.de",
                "8.8.8.8",
                ":",
                "::",
                "2606:4700::1",
                "+49",
                "030 ",
                "1234567",
                "-",
                "(",
                ")",
                " ",
                "\n",
                "DE89370400440532013000",
                "4111111111111111",
                "AKIAIOSFODNN7EXAMPLE",
                "eyJ",
                "-----BEGIN ",
                "PRIVATE KEY-----\n",
                "-----END ",
                "é",
                "谢",
                "Tel. ",
                "+1 (212) 736-5000",
                "01 23 45 67 89",
                "55",
                "me@x.org");
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    @Property(tries = 2000)
    void spansAreInOrderAndNothingIsLeftAfterMasking(@ForAll("hostile") String text) {
        List<PiiSpan> spans = finder.find(text, GERMAN);
        int previous = 0;
        for (PiiSpan span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(previous);
            assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(text.length());
            previous = span.end();
        }
        assertThat(finder.find(text, GERMAN)).isEqualTo(spans);
        String masked = maskedAll(text, GERMAN);
        assertThat(finder.find(masked, GERMAN)).as("%s in %s", masked, text).isEmpty();
    }

    private String maskedAll(String text, LanguageTag tag) {
        return masker.maskAll(text, finder.find(text, tag), t -> finder.find(t, tag));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Tel. 030/1234567, 765432109~Tel. 555-0182, 555-0115",
                "a@b@firma.de@c.org~",
                "Fax (030) 1234567 / 12~"
            })
    void whatOnlyMaskingMakesALikenessIsMaskedToo(String text, String expected) {
        String masked = maskedAll(text, GERMAN);
        if (expected != null) {
            assertThat(masked).isEqualTo(expected);
        }
        assertThat(finder.find(masked, GERMAN)).isEmpty();
    }

    @Test
    void everyNumberOfALongDirectoryIsMasked() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append("Erika Mustermann, Feldweg ")
                    .append(i % 90)
                    .append(", 030/76")
                    .append(10_000 + i)
                    .append('\n');
        }
        assertThat(maskedAll(text.toString(), GERMAN)).doesNotContain("030");
    }

    /** In every country whose numbers they could be. */
    @Property(tries = 300)
    void replacementsAreNobodysNumbersEverywhere(@ForAll @IntRange(max = 99) int last) {
        String text = String.format(Locale.ROOT, "Tel. (555-01%02d), 555-01%02d 030", last, last);
        for (String region : PhoneNumberUtil.getInstance().getSupportedRegions()) {
            assertThat(finder.find(text, GERMAN, "www.firma." + region.toLowerCase(Locale.ROOT)))
                    .as(region)
                    .isEmpty();
        }
    }

    @Property(tries = 300)
    void maskedDataIsNotFoundAgain(@ForAll Random random) {
        List<String> pieces = new ArrayList<>(List.of(
                "jane@firm.de",
                "8.8.4.4",
                "2606:4700::1",
                "+49 30 1234567",
                "DE89 3704 0044 0532 0130 00",
                "4111 1111 1111 1111",
                "AKIAIOSFODNN7EXAMPLE"));
        Collections.shuffle(pieces, random);
        String text = "x " + String.join(" , ", pieces) + " y";

        String masked = masker.mask(text, finder.find(text, GERMAN));

        assertThat(finder.find(text, GERMAN)).hasSize(7);
        assertThat(finder.find(masked, GERMAN)).as(masked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "@",
                "1.",
                "1 2 ",
                "+1 2 3 ",
                "0 1 2",
                "a:b:",
                "::",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY\n",
                "eyJa.",
                "4 1 1 1 ",
                "DE89 3",
                "030 1234567 ",
                "xoxb-",
                "((((+("
            })
    void aMountainOfNonsenseIsScannedInOnePass(String piece) {
        String text = piece.repeat(300_000 / piece.length());

        assertThat(finder.find(text, GERMAN)).hasSizeLessThan(text.length());
    }
}
