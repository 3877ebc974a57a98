package org.babelmill.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.report.RunFixture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunServerTest {

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RunServer server;

    @BeforeAll
    static void start() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        String root = RunFixture.standard().write(folder, 2).root().toString();
        server = RunServer.start(RunView.open(root, hadoop), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> found(String query) throws IOException, InterruptedException {
        return page("?" + query).select("#search tbody tr a").eachText();
    }

    @Test
    void documentsAreFoundByIdAddressTextLanguageRuleAndScore() throws Exception {
        assertThat(found("q=en4")).containsExactly("Page 4");
        assertThat(found("q=HARBOUR.example")).hasSize(6);
        assertThat(found("q=part+2.")).isEmpty();
        assertThat(found("q=part+2.&text=1")).containsExactly("Page 2");
        assertThat(found("language=heb_Hebr")).containsExactly("הנמל הישן");
        assertThat(found("rule=same-text")).containsExactly("Page 0");
        assertThat(found("outcome=removed&rule=short-document&language=jpn_Jpan"))
                .containsExactly("短い");
        assertThat(found("score=words&from=60&to=70")).hasSize(2);
        assertThat(page("?q=nothing+at+all").text()).contains("No document matches.");
    }

    @Test
    void manyDocumentsComeInPagesWithoutGapOrRepetition(@TempDir Path many) throws Exception {
        RunFixture fixture = RunFixture.standard();
        for (int i = 0; i < 100; i++) {
            fixture.add("more" + i, "deu_Latn", "Seite " + i, "Der Hafen der Stadt, Teil " + i + ".", 90, List.of());
        }
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        RunView run = RunView.open(fixture.write(many, 3).root().toString(), hadoop);
        List<String> seen = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        try (RunServer pages = RunServer.start(run, 0)) {
            String next = "./?language=deu_Latn&q=example";
            while (!next.isEmpty()) {
                Document page = Jsoup.connect(
                                URI.create(pages.address()).resolve(next).toString())
                        .get();
                seen.addAll(page.select("#search tbody tr a").eachText());
                captions.add(page.select("#search caption").text());
                next = page.select("#search p a:contains(Next)").attr("href");
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "Seite " + i).toList());
        assertThat(captions).containsExactly("Documents 1 to 50; there are more", "Documents 51 to 100, the last");
        assertThat(page("?before=50").text()).contains("No document matches.");
    }

    @Test
    void aNameIsTakenForTheDocumentOrTheHostThatBearsItUntilInsideIsAskedFor() throws Exception {
        assertThat(found("q=https://harbour.example/en4")).containsExactly("Page 4");
        assertThat(found("q=bad2.example")).containsExactly("短い");
        assertThat(page("?q=bad2.example&language=jpn_Jpan")
                        .select("p[role=status] a")
                        .attr("href"))
                .isEqualTo("./?q=bad2.example&language=jpn_Jpan&inside=1");
        assertThat(found("q=harbour.example&outcome=removed")).isEmpty();
        assertThat(found("q=bad2.example&inside=1")).containsExactly("短い");
        assertThat(found("q=arbour.EX")).hasSize(6);
        assertThat(found("outcome=kept&language=eng_Latn&score=words&from=101&to=103"))
                .hasSize(3);
        assertThat(found("q=harbour+of+the+town&text=1&outcome=kept&score=words&to=101"))
                .hasSize(2);
    }

    @Test
    void aDocumentShowsItsRulesItsTextAndItsTwinsWithADifference() throws Exception {
        Document page = page("document?id=twin&twin=en0");

        assertThat(page.select("header").text()).contains("removed by dedup: same-text en0");
        assertThat(page.select("#rules tbody tr").eachText())
                .anyMatch(r -> r.startsWith("short-document passed words 100"));
        assertThat(page.select("#text .body").text()).isEqualTo("The harbour of the town, part 0.");
        assertThat(page.select("#twins tbody tr").text()).isEqualTo("en0 stays 1");
        assertThat(page.select("#twins del, #twins ins")).isEmpty();
        assertThat(page("document?id=he1").select("#text .body").attr("dir")).isEqualTo("rtl");
    }

    @Test
    void aThresholdShowsTheCountsThatWhatIfPrints() throws Exception {
        Document page = page("what-if?rule=short-document&value=65");

        assertThat(page.getElementById("count-all-then").text()).isEqualTo("7");
        assertThat(page.getElementById("count-arb_Arab-change").text()).isEqualTo("-1");
        assertThat(get("what-if.json?rule=short-document&value=65").body())
                .contains("\"all-then\" : 7", "\"failed-then\" : 3");
        assertThat(get("what-if.yaml?rule=short-document&value=65").body())
                .isEqualTo("quality:\n  rules:\n    short-document: 65\n");
    }

    @Test
    void whatTheUserOrThePageWritesIsOnlyText() throws Exception {
        Document results = page("?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        Document document = page("document?id=bad1");

        assertThat(results.select("script")).hasSize(1);
        assertThat(results.select("input[name=q]").attr("value")).isEqualTo("\"><script>alert(1)</script>");
        assertThat(document.select("script")).hasSize(1);
        assertThat(document.select("img, [onerror]")).isEmpty();
        assertThat(document.select("#text .body").text()).isEqualTo(RunFixture.HOSTILE);
    }

    @Test
    void onlyQuestionsFromThisMachineAreAnswered() throws Exception {
        assertThat(URI.create(server.address()).getHost()).isEqualTo("127.0.0.1");
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 40");
        HttpRequest post = HttpRequest.newBuilder(URI.create(server.address()))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(CLIENT.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatDoesNotExistIsSaidSo() throws Exception {
        assertThat(get("document?id=none").statusCode()).isEqualTo(404);
        assertThat(get("etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("../../etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("report").body()).contains("babelmill report");
    }

    @Test
    void nothingIsWritten() throws Exception {
        List<Path> before = files();
        page("?q=en1");
        page("document?id=en1");
        page("what-if?rule=short-document&value=65");

        assertThat(files()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
