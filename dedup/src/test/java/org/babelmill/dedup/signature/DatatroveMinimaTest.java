package org.babelmill.dedup.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.babelmill.dedup.text.TextSimplifier;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bit for bit what datatrove computes, in two dozen languages and odd corners of Unicode. */
class DatatroveMinimaTest {

    private static final String FOX =
            "The quick brown fox jumps over the lazy dog, 3.14 times in 2024! Café naïve Ünïcode — déjà vu.";

    private final SignatureScheme scheme = SignatureScheme.of(
            ConfigurationLoader.bind(ConfigurationLoader.defaults()).dedup());

    record Entry(String text, String tokens, String minima) {}

    static Stream<Entry> entries() throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = DatatroveMinimaTest.class.getResourceAsStream("datatrove-minima.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(lines::add);
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            entries.add(new Entry(unescape(lines.get(i)), lines.get(i + 1), lines.get(i + 2)));
        }
        return entries.stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void tokensAndMinimaAreTheirs(Entry entry) {
        assertThat(new TextSimplifier().simplify(entry.text()).toString()).isEqualTo(entry.tokens());
        assertThat(scheme.newSigner()
                        .minima(entry.text())
                        .map(DatatroveMinimaTest::sha256)
                        .orElse("-"))
                .isEqualTo(entry.minima());
    }

    @Test
    void theConstantsAreTheirs() {
        Permutations drawn = Permutations.draw(112, 1);
        long[] both = Stream.of(drawn.a(), drawn.b())
                .flatMapToLong(java.util.Arrays::stream)
                .toArray();

        assertThat(drawn.a()).startsWith(775169054918279404L, 1758426461858698313L, 2109959069025162L);
        assertThat(drawn.b()).startsWith(1062448801025099917L, 1324811268927594100L, 1217488311597731462L);
        assertThat(sha256(both)).isEqualTo("3b8ce0e5ff06d6950b72f62ef5ff619cfa984cd0c52ce62b94ae10ded4e80c8d");
    }

    @Test
    void aSentenceToTheLastBit() {
        long[] minima = scheme.newSigner().minima(FOX).orElseThrow();

        assertThat(minima)
                .startsWith(
                        63317152446649384L,
                        184339147761722157L,
                        93476535899075791L,
                        34440879854629237L,
                        221581316378497381L,
                        117899488208280896L,
                        6902592715498867L,
                        163211708174791233L);
        assertThat(sha256(minima)).isEqualTo("786cb0a0c725b9fadd533dba19238fcc1776c0560e1b3b6ddcde45656f40dd0f");
    }

    private static String sha256(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return HexFormat.of().formatHex(Sha256.digest(bytes.array()));
    }

    private static String unescape(String line) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(line)
                .replaceAll(m ->
                        java.util.regex.Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
    }
}
