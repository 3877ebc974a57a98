package org.babelmill.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.babelmill.extract.charset.DecodedText.Evidence;
import org.babelmill.extract.text.Ascii;

/**
 * Decides for a charset and decodes. In this order: byte order mark, valid UTF-8 (which beats wrong headers and
 * declarations, and holds whatever damage was done to the text before it became UTF-8), UTF-8 with few faults, the
 * transport's charset, the page's declaration, statistics, windows-1252. Faulty UTF-8, a transport's or a declared
 * charset in which more than one in a hundred characters beyond ASCII mean nothing is passed over; where transport and
 * page disagree, statistics may side with the page.
 *
 * <p>Not thread-safe.
 */
public final class PageDecoder {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int TOLERATED_PERCENT = 1;
    private static final int UTF16_LOOK = 1 << 10;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

    private final CharsetStatistics statistics = new CharsetStatistics();
    private final StrictUtf8 strict = new StrictUtf8();

    /**
     * Decodes a page.
     *
     * @param transport the charset that came with the page from outside, if any
     */
    public DecodedText decode(byte[] bytes, Optional<String> transport) {
        Optional<DecodedText> marked = byMark(bytes);
        return marked.isPresent() ? marked.get() : withoutMark(bytes, transport);
    }

    private static Optional<DecodedText> byMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return Optional.of(text(b, 3, StandardCharsets.UTF_8, Evidence.BYTE_ORDER_MARK));
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
            return Optional.of(text(b, 2, StandardCharsets.UTF_16LE, Evidence.BYTE_ORDER_MARK));
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
            return Optional.of(text(b, 2, StandardCharsets.UTF_16BE, Evidence.BYTE_ORDER_MARK));
        }
        return Optional.empty();
    }

    private DecodedText withoutMark(byte[] bytes, Optional<String> transport) {
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return text(bytes, 0, wide.get(), Evidence.STATISTICS);
        }
        Optional<CharSequence> faultless = strict.decode(bytes);
        if (faultless.isPresent()) {
            return strict.beyondAscii() == 0
                    ? ascii(bytes, faultless.get())
                    : new DecodedText(faultless.get(), "utf-8", Evidence.VALID_UTF8, strict.replacements());
        }
        String damaged = new String(bytes, StandardCharsets.UTF_8);
        Quality quality = Quality.of(damaged);
        if (quality.isGood()) {
            Evidence evidence = quality.broken() == 0 ? Evidence.VALID_UTF8 : Evidence.MOSTLY_UTF8;
            return new DecodedText(damaged, "utf-8", evidence, quality.replaced());
        }
        return legacy(bytes, transport);
    }

    /** All bytes are ASCII: plain text, unless escape sequences of ISO-2022-JP lead to Japanese. */
    private static DecodedText ascii(byte[] bytes, CharSequence text) {
        if (hasEscapes(bytes)) {
            DecodedText japanese = text(bytes, 0, ISO_2022_JP, Evidence.STATISTICS);
            if (isGood(japanese)) {
                return japanese;
            }
        }
        return new DecodedText(text, "utf-8", Evidence.ASCII, 0);
    }

    private DecodedText legacy(byte[] bytes, Optional<String> transport) {
        Optional<Charset> header = transport.flatMap(CharsetLabels::find);
        Optional<Charset> declaration = Declarations.find(bytes);
        boolean conflict = header.isPresent() && declaration.isPresent() && !header.equals(declaration);
        boolean declarationWins = conflict && statistics.guess(bytes).equals(declaration);
        return (declarationWins ? Optional.<DecodedText>empty() : good(bytes, header, Evidence.TRANSPORT))
                .or(() -> good(bytes, declaration, Evidence.DECLARATION))
                .or(() -> good(bytes, header, Evidence.TRANSPORT))
                .or(() -> statistics.guess(bytes).map(c -> text(bytes, 0, c, Evidence.STATISTICS)))
                .orElseGet(() -> text(bytes, 0, WESTERN, Evidence.FALLBACK));
    }

    private static Optional<DecodedText> good(byte[] bytes, Optional<Charset> charset, Evidence evidence) {
        return charset.map(c -> text(bytes, 0, c, evidence)).filter(PageDecoder::isGood);
    }

    private static boolean isGood(DecodedText decoded) {
        return Quality.of(decoded.characters()).isGood();
    }

    /** UTF-16 without a mark: every other byte of its ASCII is zero. */
    private static Optional<Charset> wide(byte[] bytes) {
        int length = Math.min(bytes.length & ~1, UTF16_LOOK);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int many = length / 5;
        if (length >= 8 && odd > many && even * 20 < odd) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return length >= 8 && even > many && odd * 20 < even
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** Escape sequences of ISO-2022, the one charset family of the web that is all ASCII bytes. */
    private static boolean hasEscapes(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static DecodedText text(byte[] bytes, int from, Charset charset, Evidence evidence) {
        String text = new String(bytes, from, bytes.length - from, charset);
        return new DecodedText(
                text, Ascii.lower(charset.name()), evidence, Quality.of(text).replaced());
    }

    /**
     * How well bytes fitted a charset.
     *
     * @param beyondAscii characters beyond ASCII
     * @param replaced U+FFFD
     * @param broken U+FFFD but for one at the very end, where a page was cut, and C1 controls, which no page means
     */
    private record Quality(int beyondAscii, int replaced, int broken) {

        static Quality of(CharSequence text) {
            int beyondAscii = 0;
            int replaced = 0;
            int controls = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 0x80) {
                    beyondAscii++;
                    controls += c < 0xA0 ? 1 : 0;
                    replaced += c == REPLACEMENT ? 1 : 0;
                }
            }
            boolean cut = text.length() > 0 && text.charAt(text.length() - 1) == REPLACEMENT;
            return new Quality(beyondAscii, replaced, replaced + controls - (cut ? 1 : 0));
        }

        boolean isGood() {
            return broken * 100L <= (long) beyondAscii * TOLERATED_PERCENT;
        }
    }
}
