package org.babelmill.quality.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;

/**
 * Phone numbers. Candidates are found by their form - seven to fifteen digits with usual separators - and then put to
 * libphonenumber. An international number ({@code +49 …}) has to be valid. A national one has to be valid in the region and
 * either be grouped as that region groups it, or begin with the trunk prefix 0, or follow a word for telephone; so that
 * years, prices and part numbers are left alone. Belongs to one thread.
 */
final class PhoneScanner {

    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final int LONGEST = 32;
    private static final int FEWEST_WITH_TRUNK = 9;
    private static final int CONTEXT = 16;
    private static final List<String> WORDS = List.of(
            "tel",
            "phone",
            "fon",
            "fax",
            "call",
            "mob",
            "handy",
            "cell",
            "whatsapp",
            "тел",
            "моб",
            "факс",
            "τηλ",
            "电话",
            "電話",
            "手机",
            "전화",
            "โทร",
            "هاتف",
            "جوال",
            "تلفن",
            "טל",
            "फोन",
            "ফোন",
            "điện thoại",
            "☎",
            "📞");

    /**
     * Candidates without country code or a word for telephone that are put to libphonenumber for each text at most; one
     * more for every 64 characters, which is more than a directory of names, places and numbers holds.
     */
    private static final int MOST_GUESSES = 100;

    private static final int CHARS_FOR_A_GUESS = 64;

    /** How the numbers begin that are set aside for fiction in North America; {@link PiiMasker} puts them in the place of others. */
    private static final String NOBODY = "555-01";

    private static final int NOBODY_LENGTH = NOBODY.length() + 2;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private int digits;
    private int groups;
    private int guesses;

    /** Forgets the text before. */
    void reset() {
        guesses = 0;
    }

    /**
     * The end of a phone number that begins at an offset with a digit, plus or opening bracket, or -1.
     *
     * @param region ISO 3166 code of the country whose national numbers may be meant; {@code ZZ} for none
     */
    int end(String text, int at, String region) {
        int end = candidateEnd(text, at);
        boolean international = text.charAt(at) == '+';
        if (digits < FEWEST || digits > MOST || (!international && region.equals("ZZ"))) {
            return -1;
        }
        String candidate = text.substring(at, end);
        if (isNobody(candidate) || (!international && !hasContext(text, at) && !isGuess(candidate, text.length()))) {
            return -1;
        }
        return isNumber(text, at, candidate, region) ? end : -1;
    }

    /** Whether a bare number is worth asking about: in groups, no date, with a trunk prefix or long enough. */
    private boolean isGuess(String candidate, int textLength) {
        boolean trunk = candidate.charAt(0) == '0' || candidate.charAt(0) == '(';
        return groups > 1
                && !isDate(candidate)
                && (trunk || digits >= FEWEST_WITH_TRUNK)
                && ++guesses <= MOST_GUESSES + textLength / CHARS_FOR_A_GUESS;
    }

    /** A number for fiction, perhaps in an opening bracket, whatever digits stand after it. */
    private static boolean isNobody(String candidate) {
        int from = candidate.charAt(0) == '(' ? 1 : 0;
        return candidate.startsWith(NOBODY, from)
                && candidate.length() >= from + NOBODY_LENGTH
                && Characters.isDigit(candidate.charAt(from + NOBODY_LENGTH - 2))
                && Characters.isDigit(candidate.charAt(from + NOBODY_LENGTH - 1));
    }

    private boolean isNumber(String text, int at, String candidate, String region) {
        try {
            PhoneNumber number = numbers.parse(candidate, region);
            if (!numbers.isValidNumber(number)) {
                return false;
            }
            return candidate.charAt(0) == '+'
                    || hasContext(text, at)
                    || (candidate.charAt(0) == '0' && digits >= FEWEST_WITH_TRUNK)
                    || grouping(candidate).equals(grouping(numbers.format(number, PhoneNumberFormat.NATIONAL)));
        } catch (NumberParseException e) {
            return false; // what libphonenumber cannot read is no number
        }
    }

    /** Reads digits with at most two separators between them, brackets closed; counts digits and groups. */
    private int candidateEnd(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST);
        int end = at;
        int separators = 0;
        boolean inGroup = false;
        digits = 0;
        groups = 0;
        for (int i = at; i < limit; i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) {
                digits++;
                groups += inGroup ? 0 : 1;
                inGroup = true;
                separators = 0;
                end = i + 1;
            } else if (isSeparator(c) || (c == '+' && i == at)) {
                inGroup = false;
                if (c != '+' && ++separators > 2) {
                    break;
                }
            } else {
                break;
            }
        }
        boolean cut = end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '%');
        digits = cut ? 0 : digits;
        return end;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == '\u00A0' || c == '\u2011';
    }

    /** The lengths of the groups of digits, such as {@code 3-3-4}. */
    private static String grouping(String number) {
        StringBuilder lengths = new StringBuilder();
        int run = 0;
        for (int i = 0; i <= number.length(); i++) {
            if (i < number.length() && Characters.isDigit(number.charAt(i))) {
                run++;
            } else if (run > 0) {
                lengths.append(lengths.isEmpty() ? "" : "-").append(run);
                run = 0;
            }
        }
        return lengths.toString();
    }

    /** Years and days: 2019-2020, 24.12.2020, 2020-12-24. */
    private static boolean isDate(String candidate) {
        return switch (grouping(candidate)) {
            case "4-4", "2-2-4", "1-2-4", "2-1-4", "1-1-4", "4-2-2", "2-2-4-2-2" -> true;
            default -> false;
        };
    }

    private static boolean hasContext(String text, int at) {
        String before = text.substring(Math.max(0, at - CONTEXT), at).toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (before.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
