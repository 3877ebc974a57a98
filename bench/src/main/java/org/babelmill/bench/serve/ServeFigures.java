package org.babelmill.bench.serve;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.serve.RunServer;
import org.babelmill.jobs.spark.Sessions;

/**
 * What {@code babelmill serve} takes on a generated run: to start, and for each kind of question, asked over HTTP as a
 * browser asks. Each question is asked twice; the second time, the operating system has the files in memory.
 *
 * <p>Arguments: folder for the run, and optionally the number of documents (10,000,000). A folder that exists is used.
 */
public final class ServeFigures {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ServeFigures() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000_000;
        Configuration hadoop = Sessions.storage();
        if (!Files.exists(folder)) {
            GeneratedRun.write(folder, rows, hadoop);
        }
        long start = System.nanoTime();
        RunView run = RunView.open(folder.toString(), hadoop);
        try (RunServer server = RunServer.start(run, 0)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d documents in %,d splits; start: %.2f s%n",
                    (long) run.parts().size() * GeneratedRun.SPLIT,
                    run.parts().size(),
                    (System.nanoTime() - start) / 1e9);
            for (Map.Entry<String, String> question : questions().entrySet()) {
                ask(question.getKey(), server.address() + question.getValue());
            }
        }
        System.out.printf(Locale.ROOT, "heap at most %,d MB%n", peak() >> 20);
    }

    private static Map<String, String> questions() {
        GeneratedDocument late = new GeneratedDocument(GeneratedRun.LATE, GeneratedRun.SPLIT - 3);
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("first page", "");
        questions.put("an id", "?q=" + late.id());
        questions.put("a whole address", "?q=" + encoded(late.url()));
        questions.put("a host", "?q=" + late.host());
        questions.put("a part of addresses that none has", "?q=no-such-word");
        questions.put("a frequent language", "?language=deu_Latn");
        questions.put("a language of one in 100,000", "?language=" + GeneratedDocument.RARE);
        questions.put("a frequent rule", "?rule=short-document");
        questions.put("a rule of one in 100,000", "?rule=" + GeneratedDocument.RARE_RULE);
        questions.put("language and rule", "?language=swh_Latn&rule=list-like");
        questions.put(
                "rare language and rare rule",
                "?language=" + GeneratedDocument.RARE + "&rule=" + GeneratedDocument.RARE_RULE);
        questions.put("a score that none has", "?score=language_score&from=1.5&to=2");
        questions.put("a document", "document?id=" + late.id());
        questions.put("what if", "what-if.json?rule=short-document&value=100");
        return questions;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void ask(String name, String address) throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-36s", name));
        for (int time = 0; time < 2; time++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            line.append(String.format(
                    Locale.ROOT,
                    "%8.2f s (%d, %,d bytes)",
                    (System.nanoTime() - start) / 1e9,
                    answer.statusCode(),
                    answer.body().length()));
        }
        System.out.println(line);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
