package org.babelmill.langid.lingua;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The n-gram model of one language as Lingua ships it: for runs of one to five letters inside words, the probability of
 * the last letter given those before it. Counts are complete, so boundaries of words follow from differences.
 *
 * <p>An n-gram is packed into a long, {@link #bits} bits a letter, the first letter highest; letters are numbered from 1
 * in the order of their code. The arrays are sorted, so n-grams with a common beginning stand together.
 */
public final class LinguaTable {

    /** The longest n-grams. */
    public static final int MAX_ORDER = 5;

    private static final byte[] EMPTY = "{\"ngrams\":{}}".getBytes(StandardCharsets.US_ASCII);
    private static final String[] NAMES = {"unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"};

    /** Enough for five letters in a long. */
    private static final int NARROW = 12;

    /** For languages with thousands of letters, which have no n-grams of more than one. */
    private static final int WIDE = 16;

    private final char[] alphabet;
    private final char[] numbers = new char[1 << Character.SIZE];
    private final int bits;
    private final long[][] grams = new long[MAX_ORDER + 1][];
    private final double[][] probabilities = new double[MAX_ORDER + 1][];

    private LinguaTable(char[] alphabet) {
        this.alphabet = alphabet;
        for (int i = 0; i < alphabet.length; i++) {
            numbers[alphabet[i]] = (char) (i + 1);
        }
        this.bits = alphabet.length < 1 << NARROW ? NARROW : WIDE;
    }

    /**
     * Reads the models of a language from Lingua's jar on the class path.
     *
     * @param iso ISO 639-1 code, lower case
     * @throws FileNotFoundException when Lingua has no such language
     */
    public static LinguaTable read(String iso) throws IOException {
        LinguaTable table = new LinguaTable(alphabet(iso));
        for (int order = 1; order <= MAX_ORDER; order++) {
            table.load(iso, order);
        }
        return table;
    }

    /** Hands over the n-grams of one order as they stand in the file, whole or not at all. */
    static void read(String iso, int order, LinguaJson.Consumer consumer) throws IOException {
        LinguaJson.read(resource(iso, order), name(iso, order), consumer);
    }

    /** Bits of a letter in a packed n-gram. */
    public int bits() {
        return bits;
    }

    /** Whether the language has models of pairs and longer; languages with a script of their own have letters only. */
    public boolean hasSequences() {
        return grams[2].length > 0;
    }

    /** The packed n-grams of an order, ascending. Not to be changed. */
    public long[] grams(int order) {
        return grams[order];
    }

    /** Probability of each n-gram's last letter given the others, in the order of {@link #grams}. Not to be changed. */
    public double[] probabilities(int order) {
        return probabilities[order];
    }

    /** The last letter of a packed n-gram. */
    public char last(long gram) {
        return alphabet[(int) (gram & ((1L << bits) - 1)) - 1];
    }

    /** A packed n-gram as text. */
    public String text(long gram, int order) {
        char[] chars = new char[order];
        for (int i = 0; i < order; i++) {
            chars[i] = last(gram >>> ((order - 1 - i) * bits));
        }
        return new String(chars);
    }

    private static char[] alphabet(String iso) throws IOException {
        StringBuilder letters = new StringBuilder();
        read(iso, 1, (gram, start, end, probability) -> letters.append(gram, start, end - start));
        char[] sorted = letters.toString().toCharArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void load(String iso, int order) throws IOException {
        Columns columns = new Columns();
        read(iso, order, (gram, start, end, probability) -> {
            if (end - start == order) {
                columns.add(pack(gram, start, end), probability);
            }
        });
        columns.sort();
        grams[order] = columns.grams();
        probabilities[order] = columns.probabilities();
    }

    private long pack(char[] chars, int start, int end) {
        long gram = 0;
        for (int i = start; i < end; i++) {
            gram = (gram << bits) | numbers[chars[i]];
        }
        return gram;
    }

    private static String name(String iso, int order) {
        return "language-models/" + iso + "/" + NAMES[order - 1] + ".json";
    }

    private static byte[] resource(String iso, int order) throws IOException {
        try (InputStream in =
                com.github.pemistahl.lingua.api.Language.class.getResourceAsStream("/" + name(iso, order))) {
            if (in == null && order == 1) {
                throw new FileNotFoundException("Lingua has no models of language '" + iso + "': " + name(iso, order)
                        + "; they are in Lingua's own jar, which has to be on the class path");
            }
            return in == null ? EMPTY : in.readAllBytes();
        }
    }
}
