package org.babelmill.quality.privacy;

import static org.babelmill.quality.privacy.Characters.isDigit;
import static org.babelmill.quality.privacy.Characters.isHex;
import static org.babelmill.quality.privacy.Characters.isRunStart;
import static org.babelmill.quality.privacy.Characters.isUpper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.pipeline.config.PrivacySettings.Kind;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Finds personal data and secrets. One pass from left to right; what begins first wins, and of what begins at the same
 * place a secret before an account before an address before a phone number. Work at each place is bounded, so that time is
 * linear in the text, whatever it says.
 *
 * <p>Not found: names, postal addresses, identity numbers; they need to be understood, not scanned for. Scratch space
 * belongs to one thread.
 */
public final class PiiFinder {

    /** A letter or digit: something can begin at the first of a run. */
    private static final byte RUN = 1;

    /** A character that something can begin with, or have in it, wherever it stands. */
    private static final byte MARK = 2;

    private static final byte[] KINDS = new byte[0x80];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = Characters.isAlphanumeric(c) ? RUN : "@-+(".indexOf(c) >= 0 ? MARK : 0;
        }
    }

    private final EmailScanner emails = new EmailScanner();
    private final AccountScanner accounts = new AccountScanner();
    private final SecretScanner secrets = new SecretScanner();
    private final PhoneScanner phones = new PhoneScanner();
    private final Map<LanguageTag, String> regions = new HashMap<>();

    private List<PiiSpan> spans;
    private String text;
    private String region;

    /** What a text holds, in order, without overlaps, when only its language is known. */
    public List<PiiSpan> find(String text, LanguageTag tag) {
        return find(text, tag, "");
    }

    /**
     * What a text holds, in order, without overlaps.
     *
     * @param tag the text's language, for phone numbers without country code
     * @param host the page's host, for the same; empty where it is not known
     */
    public List<PiiSpan> find(String text, LanguageTag tag, String host) {
        this.spans = new ArrayList<>();
        this.text = text;
        this.region = region(tag, host);
        secrets.reset();
        phones.reset();
        int at = next(0);
        while (at < text.length()) {
            at = next(Math.max(at + 1, look(at)));
        }
        return List.copyOf(spans);
    }

    /** The first place from an offset on where anything can begin; the text's length where there is none. */
    private int next(int from) {
        boolean inside = !isRunStart(text, from);
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            byte kind = c < KINDS.length ? KINDS[c] : 0;
            if (kind == MARK || (kind == RUN && !inside)) {
                return at;
            }
            inside = kind == RUN;
        }
        return text.length();
    }

    private String region(LanguageTag tag, String host) {
        return host.isEmpty() ? regions.computeIfAbsent(tag, t -> PiiRegion.of(t, "")) : PiiRegion.of(tag, host);
    }

    /** Looks at a place where something can begin; returns where to go on, at or before it for the next place. */
    private int look(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '@' -> email(at);
            case '-' -> found(at, secrets.pemEnd(text, at), Kind.SECRET);
            case '+', '(' -> phone(at);
            default -> isDigit(c) ? number(at) : word(c, at);
        };
    }

    private int email(int at) {
        if (!emails.match(text, at)) {
            return at;
        }
        int inside = spans.size();
        while (inside > 0 && spans.get(inside - 1).start() >= emails.start()) {
            inside--;
        }
        if (inside > 0 && spans.get(inside - 1).end() > emails.start()) {
            return at;
        }
        spans.subList(inside, spans.size()).clear();
        return found(emails.start(), emails.end(), Kind.EMAIL);
    }

    private int phone(int at) {
        boolean begins = at + 1 < text.length()
                && (isDigit(text.charAt(at + 1)) || (text.charAt(at) == '+' && text.charAt(at + 1) == '('))
                && isRunStart(text, at);
        return begins ? found(at, phones.end(text, at, region), Kind.PHONE) : at;
    }

    private int number(int at) {
        int end = accounts.cardEnd(text, at);
        if (end > 0 && !follows(at, '.')) {
            return found(at, end, Kind.CARD);
        }
        end = ip(at);
        if (end > 0) {
            return found(at, end, Kind.IP);
        }
        boolean decimal = follows(at, '.') || follows(at, ',') || follows(at, '$') || follows(at, '-');
        return decimal ? at : found(at, phones.end(text, at, region), Kind.PHONE);
    }

    private int word(char c, int at) {
        int end = secrets.tokenEnd(text, at);
        if (end > 0) {
            return found(at, end, Kind.SECRET);
        }
        if (isUpper(c)) {
            end = accounts.ibanEnd(text, at);
            if (end > 0) {
                return found(at, end, Kind.IBAN);
            }
        }
        return isHex(c) ? found(at, IpScanner.publicV6End(text, at), Kind.IP) : at;
    }

    private int ip(int at) {
        int end = IpScanner.publicV4End(text, at);
        return end > 0 ? end : IpScanner.publicV6End(text, at);
    }

    private boolean follows(int at, char before) {
        return at > 0 && text.charAt(at - 1) == before;
    }

    private int found(int start, int end, Kind kind) {
        if (end <= start) {
            return start;
        }
        spans.add(new PiiSpan(start, end, kind));
        return end;
    }
}
