package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that work alone: extract and identify. */
class TextCommandsTest {

    private static final String PAGE = """
            <html lang="de"><title>Der Apfelbaum</title><body><nav><a href="/">Start</a> <a href="/b">Mehr</a></nav>
            <article><h1>Der Apfelbaum</h1>
            <p>Im Garten hinter dem Haus steht ein alter Apfelbaum, den mein Großvater gepflanzt hat.</p>
            <p>Jeden Herbst sammeln wir die Äpfel auf und kochen daraus Mus für den ganzen Winter.</p>
            </article></body></html>
            """;

    @TempDir
    Path folder;

    private String page() throws IOException {
        return Files.writeString(folder.resolve("baum.html"), PAGE).toString();
    }

    @Test
    void a_single_page_becomes_one_line() throws IOException {
        Program.Ended ended = Program.run("extract", "--input", page());
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"baum.html\"")
                .contains("\"language\":\"de\"", "alter Apfelbaum", "für den ganzen Winter")
                .doesNotContain("Start");
    }

    @Test
    void markdown_keeps_the_heading_and_the_tree_keeps_the_types() throws IOException {
        assertThat(Program.run("extract", "--input", page(), "--format", "markdown")
                        .out())
                .contains("# Der Apfelbaum");
        assertThat(Program.run("extract", "--input", page(), "--format", "tree").out())
                .contains("\"type\":\"Heading\"", "\"type\":\"Paragraph\"");
    }

    @Test
    void an_archive_gives_a_line_a_document_under_the_records_own_names() throws IOException {
        List<Path> archives = EmbeddedSample.unpack(folder);
        Path output = folder.resolve("text.jsonl");
        Program.Ended ended =
                Program.run("extract", "--input", archives.get(1).toString(), "--output", output.toString());
        assertThat(ended.code()).isZero();
        assertThat(Files.readAllLines(output))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{\"id\":\"urn:uuid:"));
    }

    @Test
    void an_output_file_is_not_replaced_unasked() throws IOException {
        Path output = Files.writeString(folder.resolve("mine.jsonl"), "mine");
        Program.Ended ended = Program.run("extract", "--input", page(), "--output", output.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("mine.jsonl", "--overwrite");
        assertThat(output).content().isEqualTo("mine");
    }

    @Test
    void texts_get_id_label_and_probability() throws IOException {
        Path texts = Files.writeString(folder.resolve("texts.jsonl"), """
                {"id":"a","text":"Im Garten hinter dem Haus steht ein alter Apfelbaum, den mein Großvater gepflanzt hat."}
                {"id":"b","text":"Στον κήπο πίσω από το σπίτι υπάρχει μια παλιά μηλιά που φύτεψε ο παππούς μου."}
                {"id":"c","text":"12345 67890"}
                """);
        Program.Ended ended = Program.run("identify", "--input", texts.toString(), "--format", "tsv");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().map(l -> l.split("\t")))
                .satisfiesExactly(
                        a -> assertThat(a).hasSize(3).startsWith("a", "deu_Latn"),
                        b -> assertThat(b).startsWith("b", "ell_Grek"),
                        c -> assertThat(c).startsWith("c", "zxx_Zxxx"));
    }

    @Test
    void a_line_without_text_is_counted_and_trips_the_guard() throws IOException {
        Path texts = Files.writeString(
                folder.resolve("t.jsonl"), "{\"id\":\"a\"}\nnot json\n{\"id\":\"b\",\"text\":\"hello\"}\n");
        Program.Ended ended = Program.run("identify", "--input", texts.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).startsWith("b\t").hasLineCount(1);
        assertThat(ended.err()).contains("1 texts without a label");
    }

    @Test
    void the_lines_of_a_text_file_are_texts_of_their_own() throws IOException {
        Path texts = Files.writeString(
                folder.resolve("texts.txt"),
                "Im Garten hinter dem Haus steht ein alter Apfelbaum.\nΜια παλιά μηλιά που φύτεψε ο παππούς μου.\n");
        Program.Ended ended = Program.run("identify", texts.toString(), "--format", "jsonl");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .satisfiesExactly(
                        a -> assertThat(a)
                                .startsWith("{\"id\":\"1\",\"language\":\"deu_Latn\"")
                                .contains("\"lines\":[{\"language\":\"deu_Latn\",\"lines\":1}],\"mixed\":false"),
                        b -> assertThat(b).startsWith("{\"id\":\"2\",\"language\":\"ell_Grek\""));
        Program.Ended absent =
                Program.run("identify", folder.resolve("absent.txt").toString());
        assertThat(absent.code()).isNotZero();
        assertThat(absent.err()).contains("no such file");
    }

    @Test
    void a_compressed_text_file_is_read_and_what_is_none_is_refused() throws IOException {
        Path texts = folder.resolve("texts.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(texts))) {
            out.write("Im Garten hinter dem Haus steht ein alter Apfelbaum.\n".getBytes(StandardCharsets.UTF_8));
        }
        Program.Ended ended = Program.run("identify", texts.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("1\tdeu_Latn\t").hasLineCount(1);

        Program.Ended jsonl = Program.run("identify", folder.resolve("a.jsonl").toString());
        assertThat(jsonl.err()).contains("no such file");
        Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"text\":\"hello\"}\n");
        jsonl = Program.run("identify", folder.resolve("a.jsonl").toString());
        assertThat(jsonl.code()).isEqualTo(2);
        assertThat(jsonl.err()).contains("a.jsonl: looks like JSON lines").contains("--input");

        Program.Ended tree = Program.run("identify", folder.toString());
        assertThat(tree.code()).isEqualTo(2);
        assertThat(tree.err()).contains("a folder; give a text file");
    }

    @Test
    void a_trained_pack_is_used_by_its_path() throws IOException {
        // German is called Dutch here, so that no other pack could give the label.
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Path first = Files.createDirectories(texts.resolve("nld_Latn"));
        Path second = Files.createDirectories(texts.resolve("deu_Latn"));
        Files.writeString(
                first.resolve("a.txt"), "Der Zug nach München fährt heute leider eine Stunde später ab.\n".repeat(40));
        Files.writeString(
                second.resolve("b.txt"),
                "De trein naar Groningen vertrekt vandaag een uur later dan gepland.\n".repeat(40));
        Path pack = folder.resolve("own.pack");
        Program.Ended trained = Program.run(
                "train-langid", "--text", texts.toString(), "--out", pack.toString(), "--master", "local[1]");
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("2 languages");

        Path line = Files.writeString(folder.resolve("line.txt"), "Der Zug fährt heute später.\n");
        Program.Ended ended =
                Program.run("identify", line.toString(), "--format", "jsonl", "--set", "language.model=" + pack);
        assertThat(ended.out()).contains("\"best_language\":\"nld_Latn\"");
        assertThat(Program.run("train-langid", "--text", texts.toString(), "--out", pack.toString())
                        .err())
                .contains("exists");
    }
}
