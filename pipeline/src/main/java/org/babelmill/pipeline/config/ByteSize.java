package org.babelmill.pipeline.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes that people write with a unit: {@code 32 MiB}, {@code 500 MB}, {@code 4096}.
 *
 * @param bytes never negative
 */
public record ByteSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*(B|kB|MB|GB|KiB|MiB|GiB)?");

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size: " + bytes);
        }
    }

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException when the text is not a whole number with one of the units B, kB, MB, GB (powers
     *     of 1000), KiB, MiB, GiB (powers of 1024), or is too large for a {@code long}
     */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size such as 32 MiB, 500 MB or 4096: " + text);
        }
        long factor = factor(matcher.group(2) == null ? "B" : matcher.group(2));
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("size too large: " + text, e);
        }
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "kB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1L;
        };
    }

    @Override
    public String toString() {
        for (String unit : new String[] {"GiB", "MiB", "KiB"}) {
            long factor = factor(unit);
            if (bytes >= factor && bytes % factor == 0) {
                return String.format(Locale.ROOT, "%d %s", bytes / factor, unit);
            }
        }
        return bytes + " B";
    }
}
