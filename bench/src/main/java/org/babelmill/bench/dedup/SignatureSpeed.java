package org.babelmill.bench.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.pipeline.config.ConfigurationLoader;

/**
 * Signs the texts of a gzipped JSON-lines file ten times in one thread and prints CPU time, MB of UTF-8 a second and bytes
 * allocated a document. With {@code --add-modules jdk.incubator.vector} it measures the Vector API's kernel, without it
 * the one that C2 vectorises, with {@code -XX:UseAVX=2} what older processors do. The check sum is the same for all.
 */
public final class SignatureSpeed {

    private static final int ROUNDS = 10;

    private SignatureSpeed() {}

    /** Arguments: the file, and optionally the only value of its field {@code lang} to take. */
    public static void main(String[] arguments) throws IOException {
        List<String> texts = texts(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
        long bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        Signer signer = SignatureScheme.of(
                        ConfigurationLoader.bind(ConfigurationLoader.defaults()).dedup())
                .newSigner();
        PrintStream out = System.out;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = allocated();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long sum = 0;
            for (String text : texts) {
                DocumentSignature signature = signer.sign(text);
                for (long band : signature.bands()) {
                    sum = sum * 31 + band;
                }
            }
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            out.printf(
                    Locale.ROOT,
                    "%d documents, %.1f MB: %.1f MB/s, %d bytes allocated a document, sum %016x%n",
                    texts.size(),
                    bytes / 1e6,
                    bytes * 1e3 / nanos,
                    (allocated() - allocated) / texts.size(),
                    sum);
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static List<String> texts(Path file, String language) throws IOException {
        List<String> texts = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = json.readTree(line);
                if (language.isEmpty() || language.equals(document.path("lang").asText())) {
                    texts.add(document.path("text").asText());
                }
            }
        }
        return texts;
    }
}
