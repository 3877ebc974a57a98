package org.babelmill.quality.privacy;

import static org.babelmill.quality.privacy.Characters.isAlphanumeric;
import static org.babelmill.quality.privacy.Characters.isDigit;
import static org.babelmill.quality.privacy.Characters.isUpper;

import java.util.List;

/**
 * Keys and tokens that are known by their form: those of cloud providers, code forges, payment and messaging services,
 * JSON web tokens, and private keys in PEM armour. One scanner belongs to one text at a time.
 */
final class SecretScanner {

    private static final int SHORTEST_TOKEN_PART = 10;
    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_PEM_LINE = 80;
    private static final String PEM_START = "-----BEGIN ";
    private static final String PEM_END = "-----END ";

    /**
     * A kind of key.
     *
     * @param prefix how it begins
     * @param shortest fewest characters after the prefix
     * @param longest most characters after the prefix
     * @param upper whether those are capitals and digits alone, rather than letters, digits, hyphens and underscores
     */
    private record Form(String prefix, int shortest, int longest, boolean upper) {}

    private static final List<Form> FORMS = List.of(
            new Form("AKIA", 16, 16, true),
            new Form("ASIA", 16, 16, true),
            new Form("AIza", 35, 35, false),
            new Form("ghp_", 36, 36, false),
            new Form("gho_", 36, 36, false),
            new Form("ghu_", 36, 36, false),
            new Form("ghs_", 36, 36, false),
            new Form("ghr_", 36, 76, false),
            new Form("github_pat_", 40, 100, false),
            new Form("glpat-", 20, 40, false),
            new Form("hf_", 30, 40, false),
            new Form("npm_", 36, 36, false),
            new Form("pypi-AgEI", 50, 250, false),
            new Form("sk-ant-", 40, 130, false),
            new Form("sk-proj-", 40, 200, false),
            new Form("sk_live_", 20, 120, false),
            new Form("rk_live_", 20, 120, false),
            new Form("whsec_", 24, 64, false),
            new Form("xoxb-", 20, 250, false),
            new Form("xoxp-", 20, 250, false),
            new Form("xoxa-", 20, 250, false),
            new Form("SG.", 60, 70, false),
            new Form("ya29.", 40, 250, false),
            new Form("AGE-SECRET-KEY-1", 58, 58, true));

    /** The same by their first character: every word of a text is looked at. */
    private static final Form[][] BY_FIRST = new Form[0x80][0];

    static {
        for (int first = 0; first < BY_FIRST.length; first++) {
            int wanted = first;
            BY_FIRST[first] =
                    FORMS.stream().filter(f -> f.prefix().charAt(0) == wanted).toArray(Form[]::new);
        }
    }

    /** Where the next end of PEM armour stands; -2 before it was looked for, the text's length where there is none. */
    private int pemEnd = -2;

    /** Forgets the text before. */
    void reset() {
        pemEnd = -2;
    }

    /** The end of a key or token that begins at the start of a run of ASCII letters and digits, or -1. */
    int tokenEnd(String text, int at) {
        char first = text.charAt(at);
        if (first == 'e') {
            return continues(text, at) ? -1 : jwtEnd(text, at);
        }
        for (Form form : BY_FIRST[first]) {
            if (text.startsWith(form.prefix(), at) && !continues(text, at)) {
                int end = formEnd(text, at + form.prefix().length(), form);
                if (end > 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    /** Whether a hyphen or underscore goes before: a key does not begin inside a longer name. */
    private static boolean continues(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == '_');
    }

    private static int formEnd(String text, int from, Form form) {
        int end = from;
        int limit = Math.min(text.length(), from + form.longest() + 1);
        boolean digit = false;
        while (end < limit && isPart(text.charAt(end), form)) {
            digit |= isDigit(text.charAt(end));
            end++;
        }
        int length = end - from;
        return length >= form.shortest() && length <= form.longest() && digit ? end : -1;
    }

    private static boolean isPart(char c, Form form) {
        if (form.upper()) {
            return isUpper(c) || isDigit(c);
        }
        return isAlphanumeric(c)
                || c == '_'
                || c == '-'
                || (c == '.' && form.prefix().endsWith("."));
    }

    /** Three parts in base64url with dots between; the first begins as an encoded opening brace does. */
    private static int jwtEnd(String text, int at) {
        if (!text.startsWith("eyJ", at)) {
            return -1;
        }
        int end = at;
        int limit = Math.min(text.length(), at + LONGEST_TOKEN);
        for (int part = 0; part < 3; part++) {
            int start = end;
            while (end < limit
                    && (isAlphanumeric(text.charAt(end)) || text.charAt(end) == '_' || text.charAt(end) == '-')) {
                end++;
            }
            if (end - start < SHORTEST_TOKEN_PART) {
                return -1;
            }
            if (part < 2) {
                if (end >= limit || text.charAt(end) != '.') {
                    return -1;
                }
                end++;
            }
        }
        return end;
    }

    /** The end of a private key whose armour begins at an offset, or -1. */
    int pemEnd(String text, int at) {
        if (!text.startsWith(PEM_START, at)) {
            return -1;
        }
        int lineEnd = at + PEM_START.length();
        int limit = Math.min(text.length(), at + LONGEST_PEM_LINE);
        while (lineEnd < limit && text.charAt(lineEnd) != '\n') {
            lineEnd++;
        }
        if (lineEnd == limit || !text.substring(at, lineEnd).contains("PRIVATE KEY")) {
            return -1;
        }
        if (pemEnd < lineEnd) {
            int found = text.indexOf(PEM_END, lineEnd);
            pemEnd = found < 0 ? text.length() : found;
        }
        if (pemEnd == text.length()) {
            return -1;
        }
        int end = pemEnd + PEM_END.length();
        limit = Math.min(text.length(), pemEnd + LONGEST_PEM_LINE);
        while (end < limit && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }
}
