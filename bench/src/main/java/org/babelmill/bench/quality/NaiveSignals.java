package org.babelmill.bench.quality;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The same figures as one would first write them, with strings and collections, to say what the arrays are worth. */
final class NaiveSignals {

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{P}");
    private static final List<Pattern> SMELLS = patterns(
            "#", "\\.\\.\\.|…", "\\{", "\\{\\{|<%|\\$\\{|\\[\\[", "</?[a-zA-Z][^<>\n]*>|&#?\\w+;", "https?://|www\\.");
    private static final List<String> NOTICES = List.of(
            "javascript",
            "lorem ipsum",
            "terms of use",
            "privacy policy",
            "cookie policy",
            "uses cookies",
            "use of cookies",
            "use cookies");
    private static final List<Pattern> PERSONAL = patterns(
            "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+", "\\b\\d{1,3}(\\.\\d{1,3}){3}\\b", "\\+?\\(?\\d[\\d ()./-]{6,}\\d");

    private NaiveSignals() {}

    private static List<Pattern> patterns(String... expressions) {
        return Arrays.stream(expressions).map(Pattern::compile).toList();
    }

    /** Top 2- to 4-grams and duplicated 5- to 10-grams. */
    static double repetition(String text) {
        List<String> words = words(text);
        double sum = 0;
        for (int n = 2; n <= 4; n++) {
            sum += top(words, n);
        }
        for (int n = 5; n <= 10; n++) {
            sum += duplicated(words, n);
        }
        return sum / text.length();
    }

    private static long top(List<String> words, int n) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            counts.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .mapToLong(e -> (long) e.getKey().length() * e.getValue())
                .max()
                .orElse(0);
    }

    private static long duplicated(List<String> words, int n) {
        Set<String> seen = new HashSet<>();
        long repeated = 0;
        for (int i = 0; i + n <= words.size(); ) {
            String gram = String.join("", words.subList(i, i + n));
            if (seen.add(gram)) {
                i++;
            } else {
                repeated += gram.length();
                i += n;
            }
        }
        return repeated;
    }

    /** Mean length, share with a letter, different words, entropy. */
    static double words(String text, Set<String> stopWords) {
        Map<String, Integer> counts = new HashMap<>();
        long letters = 0;
        long chars = 0;
        int hits = 0;
        List<String> words = words(text);
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            counts.merge(lower, 1, Integer::sum);
            hits += stopWords.contains(lower) ? 1 : 0;
            letters += word.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
            chars += word.codePointCount(0, word.length());
        }
        double entropy =
                counts.values().stream().mapToDouble(c -> c * Math.log(c)).sum();
        return chars + letters + hits + entropy;
    }

    /** Repeated lines, short lines, lines with end marks. */
    static double lines(String text) {
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        int shorter = 0;
        int marked = 0;
        for (String line : text.split("\n")) {
            repeated += seen.add(line) ? 0 : 1;
            shorter += line.codePointCount(0, line.length()) <= 30 ? 1 : 0;
            marked += line.matches(".*[.!?]") ? 1 : 0;
        }
        return repeated + shorter + marked;
    }

    /** Letters, digits, punctuation, scripts. */
    static double characters(String text) {
        Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
        int[] code = text.codePoints().toArray();
        int digits = 0;
        int punctuation = 0;
        for (int c : code) {
            if (Character.isLetter(c)) {
                scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
            } else if (Character.isDigit(c)) {
                digits++;
            } else if (PUNCTUATION.matcher(Character.toString(c)).matches()) {
                punctuation++;
            }
        }
        return scripts.size() + (digits + punctuation) / (double) code.length;
    }

    /** Hash signs, ellipses, brackets, templates, markup, addresses. */
    static double smells(String text) {
        return SMELLS.stream().mapToLong(p -> p.matcher(text).results().count()).sum();
    }

    /** Lines that end in an end mark, have three words and no notice. */
    static double notices(String text) {
        int kept = 0;
        for (String line : text.split("\n")) {
            String lower = line.toLowerCase(Locale.ROOT);
            boolean notice = NOTICES.stream().anyMatch(lower::contains);
            kept += !notice && line.split("\\s+").length >= 3 && line.matches(".*[.!?\"]") ? 1 : 0;
        }
        return kept;
    }

    /** Bytes of the text in lower case with digits as 1 under zstd level 3. */
    static double compression(String text) {
        byte[] bytes = text.toLowerCase(Locale.ROOT).replaceAll("\\p{Nd}", "1").getBytes(StandardCharsets.UTF_8);
        return Zstd.compress(bytes, 3).length / (double) bytes.length;
    }

    /** E-mail and IP addresses and what looks like a phone number, as regular expressions. */
    static double personalData(String text) {
        return PERSONAL.stream()
                .mapToLong(p -> p.matcher(text).results().count())
                .sum();
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
