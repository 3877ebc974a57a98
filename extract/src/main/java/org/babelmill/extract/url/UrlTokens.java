package org.babelmill.extract.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.babelmill.extract.text.CharClass;

/**
 * Goes through the words of a URL: runs of letters and digits after percent decoding, in lower case. Of most of them
 * nobody wants more than the hash.
 */
final class UrlTokens {

    private final String text;
    private int at;
    private int from;
    private long hash;

    UrlTokens(String url) {
        this.text = url.indexOf('%') < 0 ? url : decode(url);
    }

    /** Goes to the next word; false when there is none. */
    boolean next() {
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        from = at;
        long state = EntryHash.START;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            state = EntryHash.add(state, CharClass.lower(text.charAt(at)));
            at++;
        }
        hash = EntryHash.finish(state);
        return at > from;
    }

    /** The word last gone to. */
    String token() {
        return lower(text.substring(from, at));
    }

    /** Its hash. */
    long hash() {
        return hash;
    }

    /** The hash of a word in lower case. */
    static long hash(String word) {
        return EntryHash.finish(EntryHash.add(EntryHash.START, word, 0, word.length()));
    }

    private static String lower(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(word.charAt(i)) != word.charAt(i)) {
                char[] chars = word.toCharArray();
                for (int j = i; j < chars.length; j++) {
                    chars[j] = Character.toLowerCase(chars[j]);
                }
                return new String(chars);
            }
        }
        return word;
    }

    private static String decode(String url) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(url.length());
        byte[] bytes = url.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write((high << 4) | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
