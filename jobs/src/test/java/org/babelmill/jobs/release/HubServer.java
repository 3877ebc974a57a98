package org.babelmill.jobs.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.babelmill.pipeline.hash.Sha256;

/** A server that speaks the part of the Hub's interface that publishing uses, strictly, in memory. */
final class HubServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 7;

    static {
        // Java's server sends head and body apart, and each body would wait for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final String token;
    private final Map<String, byte[]> stored = new TreeMap<>();
    private final Map<String, TreeMap<Integer, byte[]>> parts = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> large = new TreeMap<>();
    private final List<List<String>> commits = new ArrayList<>();
    private final List<List<String>> deletions = new ArrayList<>();
    private final ArrayDeque<Integer> failures = new ArrayDeque<>();
    private long chunk;
    private int uploads;
    private int leaks;
    private int cuts;
    private boolean created;

    HubServer(String token) throws IOException {
        this.token = token;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", this::answer);
        http.start();
    }

    String address() {
        return "http://" + http.getAddress().getAddress().getHostAddress() + ":"
                + http.getAddress().getPort();
    }

    synchronized Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    synchronized List<List<String>> commits() {
        return List.copyOf(commits);
    }

    /** What a commit deleted. */
    synchronized List<String> deleted(int commit) {
        return List.copyOf(deletions.get(commit));
    }

    synchronized int uploads() {
        return uploads;
    }

    /** Uploads to signed addresses that carried the token. */
    synchronized int tokenLeaks() {
        return leaks;
    }

    synchronized void partsOf(long bytes) {
        chunk = bytes;
    }

    synchronized void failing(List<Integer> codes) {
        failures.addAll(codes);
    }

    /** Cuts the connection of so many requests to signed addresses. */
    synchronized void cutting(int times) {
        cuts = times;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        boolean signed = path.startsWith("/signed/");
        String authorisation = exchange.getRequestHeaders().getFirst("Authorization");
        if (signed) {
            leaks += authorisation == null ? 0 : 1;
        } else if (!("Bearer " + token).equals(authorisation)) {
            reply(exchange, 401, "no");
            return;
        }
        if (signed && cuts > 0) {
            cuts--;
            exchange.close();
            return;
        }
        if (!failures.isEmpty()) {
            exchange.getResponseHeaders().add("RateLimit", "\"api\";r=0;t=0");
            reply(exchange, failures.poll(), "later");
            return;
        }
        Reply reply = reply(path, body, exchange);
        reply(exchange, reply.code(), reply.text());
    }

    private record Reply(int code, String text) {}

    private static void reply(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(String path, byte[] body, HttpExchange exchange) throws IOException {
        return switch (path) {
            case "/api/repos/create" -> create(body);
            case "/api/datasets/owner/name" -> new Reply(created ? 200 : 404, "{}");
            case "/api/datasets/owner/name/tree/main" -> tree(exchange);
            case "/api/datasets/owner/name/preupload/main" -> preupload(body);
            case "/datasets/owner/name.git/info/lfs/objects/batch" -> batch(body);
            case "/api/datasets/owner/name/commit/main" -> commit(body);
            default -> upload(path, body, exchange);
        };
    }

    private Reply create(byte[] body) throws IOException {
        JsonNode asked = JSON.readTree(body);
        boolean before = created;
        created = asked.get("type").asText().equals("dataset")
                && asked.get("organization").asText().equals("owner")
                && asked.get("private").asBoolean();
        return new Reply(before ? 409 : 200, "{}");
    }

    /** In pages, each of which names the next in a header. */
    private Reply tree(HttpExchange exchange) {
        if (!created) {
            return new Reply(404, "{}");
        }
        String query = exchange.getRequestURI().getQuery();
        int from = query.contains("cursor=") ? Integer.parseInt(query.substring(query.indexOf("cursor=") + 7)) : 0;
        ArrayNode tree = JSON.createArrayNode();
        files.keySet().stream().skip(from).limit(PAGE).forEach(path -> {
            ObjectNode entry =
                    tree.addObject().put("type", "file").put("path", path).put("oid", "git");
            if (large.containsKey(path)) {
                entry.putObject("lfs").put("oid", large.get(path));
            }
        });
        if (from + PAGE < files.size()) {
            String next = address() + exchange.getRequestURI().getPath() + "?recursive=true&cursor=" + (from + PAGE);
            exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        return new Reply(200, tree.toString());
    }

    private static Reply preupload(byte[] body) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("files");
        for (JsonNode file : JSON.readTree(body).get("files")) {
            Base64.getDecoder().decode(file.get("sample").asText());
            list.addObject()
                    .put("path", file.get("path").asText())
                    .put("uploadMode", file.get("path").asText().endsWith(".parquet") ? "lfs" : "regular");
        }
        return new Reply(200, answer.toString());
    }

    private Reply batch(byte[] body) throws IOException {
        JsonNode asked = JSON.readTree(body).get("objects").get(0);
        String oid = asked.get("oid").asText();
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode object = answer.putArray("objects").addObject().put("oid", oid);
        if (!stored.containsKey(oid)) {
            ObjectNode actions = object.putObject("actions");
            ObjectNode upload = actions.putObject("upload");
            if (chunk > 0 && asked.get("size").asLong() > chunk) {
                ObjectNode header =
                        upload.put("href", address() + "/lfs/complete").putObject("header");
                header.put("chunk_size", Long.toString(chunk));
                for (int part = 1; (part - 1) * chunk < asked.get("size").asLong(); part++) {
                    header.put(String.format(Locale.ROOT, "%05d", part), address() + "/signed/" + oid + "/" + part);
                }
            } else {
                upload.put("href", address() + "/signed/" + oid);
                actions.putObject("verify").put("href", address() + "/lfs/verify");
            }
        }
        return new Reply(200, answer.toString());
    }

    private Reply upload(String path, byte[] body, HttpExchange exchange) throws IOException {
        if (path.equals("/lfs/verify")) {
            return new Reply(stored.containsKey(JSON.readTree(body).get("oid").asText()) ? 200 : 404, "");
        }
        if (path.equals("/lfs/complete")) {
            return complete(JSON.readTree(body));
        }
        if (!path.startsWith("/signed/") || exchange.getRequestHeaders().getFirst("Content-Length") == null) {
            return new Reply(411, "");
        }
        uploads++;
        String[] steps = path.split("/");
        if (steps.length == 4) {
            parts.computeIfAbsent(steps[2], o -> new TreeMap<>()).put(Integer.parseInt(steps[3]), body);
            exchange.getResponseHeaders().add("ETag", "\"" + steps[3] + "\"");
            return new Reply(200, "");
        }
        return store(steps[2], body);
    }

    private Reply complete(JsonNode done) throws IOException {
        String oid = done.get("oid").asText();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JsonNode part : done.get("parts")) {
            if (part.get("etag").asText().isEmpty()) {
                return new Reply(400, "no tag");
            }
            all.write(parts.get(oid).get(part.get("partNumber").asInt()));
        }
        return store(oid, all.toByteArray());
    }

    private Reply store(String oid, byte[] body) {
        if (!HexFormat.of().formatHex(Sha256.digest(body)).equals(oid)) {
            return new Reply(422, "another content");
        }
        stored.put(oid, body);
        return new Reply(200, "");
    }

    private Reply commit(byte[] body) throws IOException {
        List<String> paths = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
            JsonNode value = JSON.readTree(line).get("value");
            String path = value.path("path").asText();
            switch (JSON.readTree(line).get("key").asText()) {
                case "header" -> {}
                case "file" ->
                    files.put(
                            path,
                            Base64.getDecoder().decode(value.get("content").asText()));
                case "lfsFile" -> {
                    large.put(path, value.get("oid").asText());
                    files.put(path, stored.get(value.get("oid").asText()));
                }
                case "deletedFile" -> {
                    files.remove(path);
                    gone.add(path);
                }
                default -> {
                    return new Reply(400, "no such line");
                }
            }
            if (!path.isEmpty()) {
                paths.add(path);
            }
        }
        commits.add(paths);
        deletions.add(gone);
        return new Reply(200, "{}");
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
