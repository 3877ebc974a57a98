package org.babelmill.bench.dedup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * How many edited copies are found, by kind and amount of edit, over shingles of five words and over single words:
 * scattered edits replace single words, block edits append foreign text. For each the share of copies that have a band in
 * common with the original, the share that is also verified, and the same for texts that are no copies but of the same
 * collection. Argument: a gzipped JSON-lines file of which every text of 100 to 2,000 words is taken, 400 at most.
 */
public final class EditGrid {

    private static final int TEXTS = 400;
    private static final double[] AMOUNTS = {0.01, 0.02, 0.05, 0.1, 0.2};

    private final SignatureScheme scheme;
    private final Signer signer;
    private final DedupSettings settings;

    private EditGrid(String dedup) {
        settings = ConfigurationLoader.bind(ConfigurationLoader.defaults().overlay("grid", "dedup: " + dedup))
                .dedup();
        scheme = SignatureScheme.of(settings);
        signer = scheme.newSigner();
    }

    /** Prints the grid. */
    public static void main(String[] arguments) throws IOException {
        List<String[]> texts = texts(Path.of(arguments[0]));
        System.out.printf(Locale.ROOT, "%d texts%n", texts.size());
        System.out.println("edit         words of 5: band, verified   single words: band, verified");
        EditGrid shingles = new EditGrid("{}");
        EditGrid words = new EditGrid("{ngram: 1, unspaced-ngram: 1}");
        for (boolean scattered : new boolean[] {true, false}) {
            for (double amount : AMOUNTS) {
                System.out.printf(
                        Locale.ROOT,
                        "%-9s %3.0f %%   %s   %s%n",
                        scattered ? "scattered" : "block",
                        100 * amount,
                        shingles.found(texts, scattered, amount),
                        words.found(texts, scattered, amount));
            }
        }
        System.out.printf("no copies          %s   %s%n", shingles.strangers(texts), words.strangers(texts));
    }

    private static List<String[]> texts(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String[]> texts = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && texts.size() < TEXTS; line = lines.readLine()) {
                String[] words = json.readTree(line).get("text").asText().split("\\s+");
                if (words.length >= 100 && words.length <= 2000) {
                    texts.add(words);
                }
            }
        }
        return texts;
    }

    private String found(List<String[]> texts, boolean scattered, double amount) {
        Random random = new Random(17);
        int candidates = 0;
        int verified = 0;
        for (int i = 0; i < texts.size(); i++) {
            String[] stranger = texts.get((i + 7) % texts.size());
            String[] edited = scattered
                    ? scattered(texts.get(i), stranger, amount, random)
                    : block(texts.get(i), stranger, amount);
            boolean[] outcome = compare(texts.get(i), edited);
            candidates += outcome[0] ? 1 : 0;
            verified += outcome[1] ? 1 : 0;
        }
        return shares(candidates, verified, texts.size());
    }

    private String strangers(List<String[]> texts) {
        int candidates = 0;
        int verified = 0;
        for (int i = 0; i < texts.size(); i++) {
            boolean[] outcome = compare(texts.get(i), texts.get((i + 7) % texts.size()));
            candidates += outcome[0] ? 1 : 0;
            verified += outcome[1] ? 1 : 0;
        }
        return shares(candidates, verified, texts.size());
    }

    private static String shares(int candidates, int verified, int all) {
        return String.format(Locale.ROOT, "%16.3f %9.3f", (double) candidates / all, (double) verified / all);
    }

    private static String[] scattered(String[] text, String[] stranger, double amount, Random random) {
        String[] edited = text.clone();
        for (int i = 0; i < edited.length; i++) {
            if (random.nextDouble() < amount) {
                edited[i] = stranger[random.nextInt(stranger.length)];
            }
        }
        return edited;
    }

    private static String[] block(String[] text, String[] stranger, double amount) {
        int more = (int) Math.round(text.length * amount);
        String[] edited = Arrays.copyOf(text, text.length + more);
        for (int i = 0; i < more; i++) {
            edited[text.length + i] = stranger[i % stranger.length];
        }
        return edited;
    }

    /** Whether a band is common, and whether the estimate then also reaches the threshold. */
    private boolean[] compare(String[] one, String[] other) {
        DocumentSignature a = signer.sign(String.join(" ", one));
        DocumentSignature b = signer.sign(String.join(" ", other));
        boolean band = false;
        for (int i = 0; i < a.bands().length && i < b.bands().length; i++) {
            band |= a.bands()[i] == b.bands()[i];
        }
        boolean similar = band && scheme.sketches().similarity(a.sketch(), b.sketch()) >= settings.threshold();
        return new boolean[] {band, similar};
    }
}
