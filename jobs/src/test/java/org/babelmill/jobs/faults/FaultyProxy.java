package org.babelmill.jobs.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a storage server and spoils one request in so many: each kind of fault in turn, the first requests none so
 * that a client can start.
 */
public final class FaultyProxy implements AutoCloseable {

    private static final Set<String> HOP_BY_HOP =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "http2-settings");
    private static final int SPARED = 20;
    private static final long SLOW_MILLIS = 1_500;

    private final URI server;
    private final int oneIn;
    private final HttpServer proxy;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong requests = new AtomicLong();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<Fault, AtomicLong> injected = new EnumMap<>(Fault.class);

    /** What goes wrong. */
    public enum Fault {
        /** 503 with S3's SlowDown. */
        SLOW_DOWN,
        /** 500 with S3's InternalError. */
        INTERNAL_ERROR,
        /** The answer takes its time. */
        SLOW,
        /** Half of the body, then the connection ends. */
        TRUNCATED,
        /** The connection ends without an answer. */
        RESET
    }

    /**
     * Starts it on a free port of this machine.
     *
     * @param server what it stands before
     * @param oneIn one request in so many is spoilt
     */
    public FaultyProxy(URI server, int oneIn) throws IOException {
        this.server = server;
        this.oneIn = oneIn;
        for (Fault fault : Fault.values()) {
            injected.put(fault, new AtomicLong());
        }
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.setExecutor(threads);
        proxy.createContext("/", this::answer);
        proxy.start();
    }

    /** Where clients find it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
    }

    /** How often each fault was injected. */
    public Map<Fault, Long> injected() {
        Map<Fault, Long> counts = new EnumMap<>(Fault.class);
        injected.forEach((fault, count) -> counts.put(fault, count.get()));
        return counts;
    }

    /** Method and path of each request so far, such as {@code PUT /bucket/key}. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long number = requests.incrementAndGet();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        try (exchange) {
            if (number <= SPARED || number % oneIn != 0) {
                send(exchange, forward(exchange), false);
                return;
            }
            Fault fault = Fault.values()[(int) (number / oneIn % Fault.values().length)];
            injected.get(fault).incrementAndGet();
            spoil(exchange, fault);
        }
    }

    private void spoil(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case SLOW_DOWN -> error(exchange, 503, "SlowDown");
            case INTERNAL_ERROR -> error(exchange, 500, "InternalError");
            case SLOW -> {
                pause();
                send(exchange, forward(exchange), false);
            }
            case TRUNCATED -> send(exchange, forward(exchange), true);
            case RESET -> exchange.getRequestBody().readAllBytes();
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = ("<Error><Code>" + code + "</Code><Message>injected</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        URI uri = exchange.getRequestURI();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        server + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while forwarding", e);
        }
    }

    private static void send(HttpExchange exchange, HttpResponse<byte[]> answer, boolean half) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            answer.headers()
                    .firstValue("content-length")
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
            exchange.sendResponseHeaders(answer.statusCode(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while slow", e);
        }
    }

    @Override
    public void close() {
        proxy.stop(0);
        threads.shutdownNow();
    }
}
