package org.babelmill.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours of report and server against WCAG 2: 4.5 to 1 for text, 3 to 1 for marks of charts, light and dark. */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6})");

    private static Map<String, Integer> colours(boolean dark) throws IOException {
        String css;
        try (InputStream in = ContrastTest.class.getResourceAsStream("report.css")) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int second = css.indexOf("prefers-color-scheme: dark");
        Map<String, Integer> colours = new HashMap<>();
        Matcher found = COLOUR.matcher(dark ? css.substring(second) : css.substring(0, second));
        while (found.find()) {
            colours.put(found.group(1), Integer.parseInt(found.group(2), 16));
        }
        return colours;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @CsvSource({
        "ink, back, 4.5",
        "ink, card, 4.5",
        "soft, back, 4.5",
        "soft, card, 4.5",
        "kept, back, 4.5",
        "kept, card, 4.5",
        "bad, card, 4.5",
        "back, kept, 4.5",
        "kept, card, 3",
        "removed, card, 3",
        "mark, card, 3"
    })
    void colours_can_be_told_apart(String front, String ground, double ratio) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, Integer> colours = colours(dark);
            double a = luminance(colours.get(front)) + 0.05;
            double b = luminance(colours.get(ground)) + 0.05;
            assertThat(Math.max(a, b) / Math.min(a, b))
                    .as("%s on %s, %s", front, ground, dark ? "dark" : "light")
                    .isGreaterThanOrEqualTo(ratio);
        }
    }
}
