package org.babelmill.quality.privacy;

import static org.babelmill.quality.privacy.Characters.isAlphanumeric;
import static org.babelmill.quality.privacy.Characters.isDigit;
import static org.babelmill.quality.privacy.Characters.isUpper;

import java.util.Map;

/**
 * Account numbers that carry their own check: IBANs (ISO 13616, modulo 97, length by country) and payment cards (ISO/IEC
 * 7812: issuer prefix, length, Luhn). Single spaces or hyphens may part their groups.
 */
final class AccountScanner {

    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int LONGEST_IBAN = 34;

    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AE", 23),
            Map.entry("AL", 28),
            Map.entry("AT", 20),
            Map.entry("AZ", 28),
            Map.entry("BA", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("BH", 22),
            Map.entry("BR", 29),
            Map.entry("BY", 28),
            Map.entry("CH", 21),
            Map.entry("CR", 22),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("DO", 28),
            Map.entry("EE", 20),
            Map.entry("EG", 29),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FO", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GE", 22),
            Map.entry("GI", 23),
            Map.entry("GL", 18),
            Map.entry("GR", 27),
            Map.entry("GT", 28),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IL", 23),
            Map.entry("IQ", 23),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("JO", 30),
            Map.entry("KW", 30),
            Map.entry("KZ", 20),
            Map.entry("LB", 28),
            Map.entry("LC", 32),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("LY", 25),
            Map.entry("MC", 27),
            Map.entry("MD", 24),
            Map.entry("ME", 22),
            Map.entry("MK", 19),
            Map.entry("MR", 27),
            Map.entry("MT", 31),
            Map.entry("MU", 30),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PK", 24),
            Map.entry("PL", 28),
            Map.entry("PS", 29),
            Map.entry("PT", 25),
            Map.entry("QA", 29),
            Map.entry("RO", 24),
            Map.entry("RS", 22),
            Map.entry("SA", 24),
            Map.entry("SC", 31),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27),
            Map.entry("ST", 25),
            Map.entry("SV", 28),
            Map.entry("TL", 23),
            Map.entry("TN", 24),
            Map.entry("TR", 26),
            Map.entry("UA", 29),
            Map.entry("VA", 22),
            Map.entry("VG", 24),
            Map.entry("XK", 20));

    private final char[] digits = new char[LONGEST_IBAN + 1];

    /** The end of an IBAN that begins at an offset, or -1. */
    int ibanEnd(String text, int at) {
        if (at + 15 > text.length()
                || !isUpper(text.charAt(at))
                || !isUpper(text.charAt(at + 1))
                || !isDigit(text.charAt(at + 2))
                || !isDigit(text.charAt(at + 3))) {
            return -1;
        }
        Integer length = IBAN_LENGTHS.get(text.substring(at, at + 2));
        if (length == null) {
            return -1;
        }
        int count = 0;
        int end = at;
        while (count < length && end < text.length()) {
            char c = text.charAt(end);
            if (isDigit(c) || isUpper(c)) {
                digits[count++] = c;
            } else if (!isSeparator(text, end)) {
                break;
            }
            end++;
        }
        return count == length && Characters.isRunEnd(text, end) && isDivisible(length) ? end : -1;
    }

    /** ISO 7064: country and check digits moved to the end, letters as numbers, the remainder by 97 is 1. */
    private boolean isDivisible(int length) {
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            char c = digits[(i + 4) % length];
            remainder = isDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder == 1;
    }

    /** The end of a card number that begins at an offset, or -1. */
    int cardEnd(String text, int at) {
        int count = 0;
        int end = at;
        while (end < text.length() && count <= LONGEST_CARD) {
            char c = text.charAt(end);
            if (isDigit(c)) {
                if (count < LONGEST_CARD) {
                    digits[count] = c;
                }
                count++;
            } else if (!isSeparator(text, end) || !isDigit(text.charAt(end + 1))) {
                break;
            }
            end++;
        }
        return count >= SHORTEST_CARD
                        && count <= LONGEST_CARD
                        && Characters.isRunEnd(text, end)
                        && isIssued(count)
                        && isLuhn(count)
                ? end
                : -1;
    }

    /** A space or hyphen between two letters or digits. */
    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        return (c == ' ' || c == '-' || c == '\u00A0')
                && at > 0
                && at + 1 < text.length()
                && isAlphanumeric(text.charAt(at - 1))
                && isAlphanumeric(text.charAt(at + 1));
    }

    private boolean isIssued(int count) {
        int two = number(2);
        int four = number(4);
        return switch (digits[0]) {
            case '4' -> count == 13 || count == 16 || count == 19;
            case '5' -> (two >= 51 && two <= 55 && count == 16) || (two == 50 || two >= 56);
            case '2' -> four >= 2221 && four <= 2720 && count == 16;
            case '3' ->
                ((two == 34 || two == 37) && count == 15)
                        || ((two == 30 || two == 36 || two == 38 || two == 39) && count == 14)
                        || (two == 35 && count >= 16);
            case '6' -> (four == 6011 || two == 64 || two == 65 || two == 62) && count >= 16;
            default -> false;
        };
    }

    private int number(int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value * 10 + digits[i] - '0';
        }
        return value;
    }

    private boolean isLuhn(int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits[count - 1 - i] - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
