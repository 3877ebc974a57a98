package org.babelmill.jobs.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;

/**
 * A plan of what to read, as JSON lines: first what it was made from, then a line for each file with its stretches,
 * {@code {"file": "a.warc.gz", "spans": [[0, 1200], [5000, 6100]]}}, or without {@code spans} for the whole file.
 */
public final class PlanFile {

    private static final String FORMAT = "babelmill-plan";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanFile() {}

    /** Whether a name is that of a plan: {@code *.plan} or {@code *.plan.gz}. */
    public static boolean isPlan(String name) {
        return name.endsWith(".plan") || name.endsWith(".plan.gz");
    }

    /** The first line. */
    public static String header(Map<String, ?> origin) {
        ObjectNode node = JSON.createObjectNode();
        node.put(FORMAT, VERSION);
        origin.forEach((key, value) -> node.set(key, JSON.valueToTree(value)));
        return node.toString();
    }

    /** The line of a file. */
    public static String line(PlannedFile file) {
        ObjectNode node = JSON.createObjectNode();
        node.put("file", file.name());
        if (!file.spans().isEmpty()) {
            ArrayNode spans = node.putArray("spans");
            for (PlannedFile.Span span : file.spans()) {
                spans.addArray().add(span.start()).add(span.end());
            }
        }
        return node.toString();
    }

    /**
     * Reads a plan.
     *
     * @throws UserError when it is none, naming the line
     */
    public static List<PlannedFile> read(FileSystem fs, Path path) throws IOException {
        List<PlannedFile> files = new ArrayList<>();
        int number = 0;
        try (InputStream raw = fs.open(path);
                InputStream in = path.getName().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                JsonNode node = JSON.readTree(line);
                if (number == 1) {
                    checkHeader(node);
                } else {
                    files.add(file(node));
                }
            }
        } catch (JsonProcessingException e) {
            throw new UserError("--plan " + path + ": line " + number + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserError("--plan " + path + ": line " + number + ": " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new UserError("--plan " + path + ": names no file; babelmill plan writes one");
        }
        return files;
    }

    private static void checkHeader(JsonNode node) {
        int version = node.path(FORMAT).asInt(-1);
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    version < 0
                            ? "is no plan"
                            : "version " + version + " of the format; this program reads " + VERSION);
        }
    }

    private static PlannedFile file(JsonNode node) {
        String name = node.path("file").asText("");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("names no file");
        }
        List<PlannedFile.Span> spans = new ArrayList<>();
        for (JsonNode span : node.path("spans")) {
            spans.add(new PlannedFile.Span(span.path(0).asLong(-1), span.path(1).asLong(-1)));
        }
        return new PlannedFile(name, spans);
    }
}
