package org.babelmill.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.babelmill.jobs.UserError;

/**
 * The part of the Hugging Face Hub's HTTP interface that publishing needs: create a repository, list it, ask how files are
 * to be uploaded, upload large ones by Git LFS, commit. Answers 429 and 5xx are tried again after the time the server asks
 * for, and so is a connection that breaks. Thread-safe.
 */
final class HubClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ATTEMPTS = 6;
    private static final long MOST_WAIT_SECONDS = 300;
    private static final Pattern RESET = Pattern.compile("t=(\\d{1,6})");
    private static final String LFS = "application/vnd.git-lfs+json";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(30))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String endpoint;
    private final String repository;
    private final String token;
    private final long backoffMillis;

    /**
     * A client for one data set repository.
     *
     * @param endpoint such as {@code https://huggingface.co}
     * @param repository {@code owner/name}
     * @param token access token with the right to write
     * @param backoffMillis wait after the first failure where the server names none; doubles each time
     */
    HubClient(String endpoint, String repository, String token, long backoffMillis) {
        this.endpoint = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        this.repository = repository;
        this.token = token;
        this.backoffMillis = backoffMillis;
    }

    /** Makes the repository, if it does not exist. */
    void create(boolean hidden) throws IOException {
        int slash = repository.indexOf('/');
        ObjectNode body = JSON.createObjectNode()
                .put("type", "dataset")
                .put("name", repository.substring(slash + 1))
                .put("organization", repository.substring(0, slash))
                .put("private", hidden);
        HttpResponse<String> answer =
                send(() -> api("/api/repos/create", "application/json", body.toString()), List.of(200, 201, 409));
        if (answer.statusCode() == 409 && !exists()) {
            throw new IOException(repository + ": cannot be created: " + answer.body());
        }
    }

    private boolean exists() throws IOException {
        return send(() -> get(endpoint + "/api/datasets/" + repository), List.of(200, 404))
                        .statusCode()
                == 200;
    }

    /** What the repository holds: by path the SHA-256 of large files, the Git hash of small ones. */
    Map<String, String> list() throws IOException {
        Map<String, String> files = new TreeMap<>();
        String next = endpoint + "/api/datasets/" + repository + "/tree/main?recursive=true&limit=1000";
        while (next != null) {
            String url = next;
            HttpResponse<String> answer = send(() -> get(url), List.of(200, 404));
            if (answer.statusCode() == 404) {
                return files;
            }
            for (JsonNode entry : JSON.readTree(answer.body())) {
                if (entry.path("type").asText().equals("file")) {
                    files.put(
                            entry.get("path").asText(),
                            entry.has("lfs")
                                    ? entry.get("lfs").get("oid").asText()
                                    : entry.get("oid").asText());
                }
            }
            next = answer.headers().firstValue("Link").map(HubClient::nextLink).orElse(null);
        }
        return files;
    }

    private static String nextLink(String header) {
        int open = header.indexOf('<');
        int close = header.indexOf('>');
        return open >= 0 && close > open && header.contains("rel=\"next\"") ? header.substring(open + 1, close) : null;
    }

    /** Which of these files go by LFS; the rest goes into the commit itself. */
    List<String> large(List<Sample> files) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        var list = body.putArray("files");
        files.forEach(f ->
                list.addObject().put("path", f.path()).put("size", f.bytes()).put("sample", f.sample()));
        JsonNode answer = JSON.readTree(send(
                        () -> api(
                                "/api/datasets/" + repository + "/preupload/main", "application/json", body.toString()),
                        List.of(200))
                .body());
        List<String> large = new ArrayList<>();
        for (JsonNode file : answer.path("files")) {
            if (file.path("uploadMode").asText().equals("lfs")) {
                large.add(file.get("path").asText());
            }
        }
        return large;
    }

    /**
     * A file as the server wants to hear of it.
     *
     * @param path in the repository
     * @param bytes size
     * @param sample its first 512 bytes in Base64
     */
    record Sample(String path, long bytes, String sample) {}

    /** Uploads the content of a large file, unless the server has it. */
    void upload(ReleaseFile file, ReleaseTarget.Source source) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("operation", "upload").put("hash_algo", "sha256");
        body.putArray("transfers").add("basic").add("multipart");
        body.putArray("objects").addObject().put("oid", file.sha256()).put("size", file.bytes());
        JsonNode object = JSON.readTree(send(
                                () -> request(
                                                endpoint + "/datasets/" + repository + ".git/info/lfs/objects/batch",
                                                true)
                                        .header("Accept", LFS)
                                        .header("Content-Type", LFS)
                                        .POST(BodyPublishers.ofString(body.toString()))
                                        .build(),
                                List.of(200))
                        .body())
                .path("objects")
                .path(0);
        if (object.has("error")) {
            throw new IOException(file.path() + ": refused by the server: " + object.get("error"));
        }
        JsonNode upload = object.path("actions").path("upload");
        if (upload.isMissingNode()) {
            return;
        }
        if (upload.path("header").has("chunk_size")) {
            parts(file, source, upload);
        } else {
            put(upload.get("href").asText(), upload.path("header"), source, 0, file.bytes());
        }
        JsonNode verify = object.path("actions").path("verify");
        if (!verify.isMissingNode()) {
            ObjectNode proof = JSON.createObjectNode().put("oid", file.sha256()).put("size", file.bytes());
            send(() -> post(verify.get("href").asText(), LFS, proof.toString(), true), List.of(200));
        }
    }

    /** A file above the size of one request: numbered parts, then the list of their tags. */
    private void parts(ReleaseFile file, ReleaseTarget.Source source, JsonNode upload) throws IOException {
        JsonNode header = upload.get("header");
        long chunk = header.get("chunk_size").asLong();
        ObjectNode done = JSON.createObjectNode().put("oid", file.sha256());
        var list = done.putArray("parts");
        long position = 0;
        for (int part = 1; position < file.bytes(); part++) {
            JsonNode url = header.get(String.format(Locale.ROOT, "%05d", part));
            if (url == null) {
                url = header.get(Integer.toString(part));
            }
            if (url == null) {
                throw new IOException(file.path() + ": the server names no address for part " + part);
            }
            long length = Math.min(chunk, file.bytes() - position);
            HttpResponse<String> answer = put(url.asText(), JSON.createObjectNode(), source, position, length);
            list.addObject()
                    .put("partNumber", part)
                    .put("etag", answer.headers().firstValue("ETag").orElse(""));
            position += length;
        }
        send(() -> post(upload.get("href").asText(), LFS, done.toString(), true), List.of(200));
    }

    private HttpResponse<String> put(
            String url, JsonNode headers, ReleaseTarget.Source source, long position, long length) throws IOException {
        return send(
                () -> {
                    // The address is signed: the token stays out of it.
                    HttpRequest.Builder request = request(url, false);
                    headers.properties()
                            .forEach(
                                    h -> request.header(h.getKey(), h.getValue().asText()));
                    BodyPublisher body = BodyPublishers.ofInputStream(() -> stream(source, position, length));
                    return request.PUT(BodyPublishers.fromPublisher(body, length))
                            .build();
                },
                List.of(200, 201, 204));
    }

    private static InputStream stream(ReleaseTarget.Source source, long position, long length) {
        try {
            return new BoundedStream(source.open(position), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a commit of lines as the Hub's commit interface takes them. */
    void commit(List<ObjectNode> lines) throws IOException {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(line).append('\n'));
        send(
                () -> api("/api/datasets/" + repository + "/commit/main", "application/x-ndjson", body.toString()),
                List.of(200));
    }

    private HttpRequest api(String path, String type, String body) {
        return post(endpoint + path, type, body, true);
    }

    private HttpRequest post(String url, String type, String body, boolean authorised) {
        return request(url, authorised)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private HttpRequest get(String url) {
        return request(url, true).GET().build();
    }

    private HttpRequest.Builder request(String url, boolean authorised) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(30))
                .header("User-Agent", "babelmill");
        // Only ever to the Hub itself, whatever address an answer names.
        if (authorised && url.startsWith(endpoint + "/")) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private interface Attempt {
        HttpRequest request();
    }

    private HttpResponse<String> send(Attempt attempt, List<Integer> expected) throws IOException {
        IOException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            HttpRequest request = attempt.request();
            HttpResponse<String> answer;
            try {
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (IOException e) {
                // A connection that was refused, cut or timed out. Every request may be made twice.
                last = e;
                pause(backoffMillis << i);
                continue;
            }
            int code = answer.statusCode();
            if (expected.contains(code)) {
                return answer;
            }
            if (code == 401 || code == 403) {
                throw new UserError(repository + ": the server refuses the token (HTTP " + code + ")");
            }
            last = new IOException(
                    "HTTP " + code + " from " + request.uri().getPath() + ": " + beginning(answer.body()));
            if (code != 429 && code < 500) {
                throw last;
            }
            pause(wait(answer, i));
        }
        throw new IOException("gave up after " + ATTEMPTS + " attempts", last);
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private long wait(HttpResponse<String> answer, int attempt) {
        String after = answer.headers().firstValue("Retry-After").orElse("");
        if (after.matches("\\d{1,6}")) {
            return 1000 * Math.min(MOST_WAIT_SECONDS, Long.parseLong(after));
        }
        Matcher reset = RESET.matcher(answer.headers().firstValue("RateLimit").orElse(""));
        return reset.find()
                ? 1000 * Math.min(MOST_WAIT_SECONDS, Long.parseLong(reset.group(1)))
                : backoffMillis << attempt;
    }

    private static String beginning(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
