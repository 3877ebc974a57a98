package org.babelmill.jobs.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.pipeline.config.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one run on the loopback address. Answers GET alone, and only requests that name this machine, so that a page of
 * the web cannot reach it under a name of its own.
 */
public final class RunServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunServer.class);
    private static final int THREADS = 4;

    private final RunView run;
    private final Sweeps sweeps;
    private final HttpServer server;
    private final ExecutorService threads;

    private RunServer(RunView run, HttpServer server) {
        this.run = run;
        this.sweeps = new Sweeps(run);
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "serve");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Starts a server.
     *
     * @param port to listen on; 0 for any that is free
     * @throws UserError when the port is taken
     */
    public static RunServer start(RunView run, int port) throws IOException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            RunServer started = new RunServer(run, server);
            server.start();
            return started;
        } catch (BindException e) {
            throw new UserError("--port " + port + ": is in use; name another one", e);
        }
    }

    /** The address to open. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, String type, String text) {

        static Answer html(String text) {
            return new Answer(200, "text/html", text);
        }

        static Answer problem(int status, String text) {
            return new Answer(status, "text/plain", text + "\n");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.problem(405, "only GET");
        }
        if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
            return Answer.problem(403, "this server answers only to 127.0.0.1 and localhost");
        }
        try {
            return page(exchange.getRequestURI().getPath(), Question.of(exchange.getRequestURI()));
        } catch (UserError | ConfigurationException e) {
            return Answer.problem(400, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot answer {}", exchange.getRequestURI().getPath(), e);
            return Answer.problem(500, "cannot answer: " + e.getClass().getSimpleName());
        }
    }

    private boolean isOurs(String host) {
        int port = server.getAddress().getPort();
        return host != null && List.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
    }

    private Answer page(String path, Question question) throws IOException {
        return switch (path) {
            case "/" -> Answer.html(new SearchPage(run).html(question));
            case "/document" ->
                new DocumentPage(run).html(question).map(Answer::html).orElse(Answer.problem(404, "no such document"));
            case "/what-if" -> Answer.html(new WhatIfPage(run, sweeps).html(question));
            case "/what-if.json" -> new Answer(200, "application/json", new WhatIfPage(run, sweeps).json(question));
            case "/what-if.yaml" -> new Answer(200, "text/plain", new WhatIfPage(run, sweeps).yaml(question));
            case "/report" -> report();
            default -> Answer.problem(404, "no such page");
        };
    }

    private Answer report() throws IOException {
        Optional<String> report = run.directory().storage().read(run.directory().path("report.html"));
        return report.map(Answer::html).orElse(Answer.problem(404, "the run has no report yet: babelmill report"));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type() + "; charset=utf-8");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
