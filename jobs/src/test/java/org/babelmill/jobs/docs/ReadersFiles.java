package org.babelmill.jobs.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** The files that the pages of the docs take for the reader's own: good texts, lists, a recipe, a page. */
final class ReadersFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ENGLISH = List.of(
            "The ferry leaves the island at nine and comes back in the afternoon with the post and the bread.",
            "In winter the path along the river is under water, and everybody walks over the hill instead.",
            "She had kept bees for twenty years before she found out why the oldest hive was always the loudest.",
            "When the mill was sold, the new owner asked the neighbours what the second wheel had been for.");
    private static final List<String> SWAHILI = List.of(
            "Kila asubuhi wavuvi wanarudi ufukweni na samaki wao na watu wa kijiji wanakuja kununua.",
            "Mama yangu alinifundisha kupika ugali na mchicha nilipokuwa na umri wa miaka saba.",
            "Mvua ya masika ilinyesha kwa wiki mbili na barabara ya kwenda mjini ilijaa maji.",
            "Watoto wa shule yetu walipanda miti mia moja kando ya mto ili kuzuia mmomonyoko.");

    private final Path folder;

    private ReadersFiles(Path folder) {
        this.folder = folder;
    }

    static void write(Path folder) throws IOException {
        ReadersFiles files = new ReadersFiles(folder);
        List<Map<String, Object>> good = new ArrayList<>();
        List<Map<String, Object>> bad = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            good.add(files.text("eng_Latn", ENGLISH, i));
            good.add(files.text("swh_Latn", SWAHILI, i));
            bad.add(Map.of("text", "buy cheap " + i + " click here now ".repeat(20), "language", "eng_Latn"));
        }
        files.jsonLines("reference.jsonl.gz", good);
        files.jsonLines("encyclopedia.jsonl.gz", good);
        files.jsonLines("spam.jsonl.gz", bad);
        files.jsonLines("texts.jsonl.gz", good);
        files.wikipedia(good);
        files.columnarIndex();
        files.text("sentences.txt", ENGLISH.get(0) + "\n" + SWAHILI.get(0) + "\n");
        files.text("page.html", "<html><title>The ferry</title><body><p>" + String.join(" ", ENGLISH) + "</p></html>");
        files.text("hosts.txt", "# taken back\nlyrics-pages.example\n");
        files.text("ids.txt", "9039e5e3\n");
        files.text("recipe.yaml", "unit: words\npolicy: unimax\nbudget: 20000\nmax-epochs: 2\n");
    }

    private Map<String, Object> text(String language, List<String> sentences, int number) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 12; line++) {
            text.append(sentences.get((number + line) % sentences.size()))
                    .append(' ')
                    .append(sentences
                            .get((number * 3 + line * 5) % sentences.size())
                            .replace(".", " " + number + line + "."))
                    .append('\n');
        }
        return Map.of(
                "id",
                language + number,
                "text",
                text.toString(),
                "language",
                language,
                "url",
                "https://own.example/" + language + number);
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void jsonLines(String name, List<Map<String, Object>> objects) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map<String, Object> object : objects) {
                out.write((JSON.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void wikipedia(List<Map<String, Object>> articles) throws IOException {
        StringBuilder xml = new StringBuilder("<mediawiki>\n");
        for (Map<String, Object> article : articles) {
            if (article.get("language").equals("swh_Latn")) {
                xml.append("<page><title>")
                        .append(article.get("id"))
                        .append("</title><ns>0</ns><revision><text>")
                        .append(article.get("text"))
                        .append("</text></revision></page>\n");
            }
        }
        try (OutputStream out = new BZip2CompressorOutputStream(
                Files.newOutputStream(folder.resolve("swwiki-20260901-pages-articles.xml.bz2")))) {
            out.write(xml.append("</mediawiki>\n").toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Common Crawl's columns, of the sample's pages; one page is in Swahili by its host. */
    private void columnarIndex() throws IOException {
        Path target = Files.createDirectory(folder.resolve("cc-index")).resolve("part-0.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table pages (url_host_name varchar, fetch_status smallint,"
                    + " content_mime_detected varchar, content_languages varchar, warc_filename varchar,"
                    + " warc_record_offset integer, warc_record_length integer, subset varchar)");
            for (SampleRecords.Page page : SampleRecords.of(folder)) {
                statement.execute("insert into pages values ('" + page.host() + "', 200, 'text/html', '"
                        + (page.host().contains("kijiji") ? "swa,eng" : "eng") + "', 'sample.warc.gz', "
                        + page.offset() + ", " + page.length() + ", 'warc')");
            }
            statement.execute("copy pages to '" + target + "' (format parquet)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
