package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.tombstone.Tombstones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that was taken back and has twins, in the builds that follow. */
class TakenBackIT {

    private static final String LETTER = """
            The ferry leaves the harbour every morning at seven and comes back late in the evening when the tide is high. \
            On Sundays the baker takes his bread to the island and stays for the concert in the little white church. \
            Nobody there has ever asked him what the rolls cost, and he has never said a word about it to anyone.""";

    private static final Map<String, String> TEXTS = Map.of(
            "long", LETTER + " So it goes, year after year.",
            "middle", LETTER + " So it goes.",
            "short", LETTER,
            "alone",
                    "Where the road bends towards the mill a bench stands under two old lime trees, and from it one sees"
                            + " the whole valley with its three villages, the railway, and far behind them the snow of the"
                            + " mountains that my grandmother used to call by their names.");

    @TempDir
    private Path folder;

    @Test
    void theNextBestMemberOfItsClusterStaysInANewBuildAndInTheSameRunDoneAgain() throws IOException {
        Path first = run("first");
        assertThat(kept(first)).containsExactly("alone", "long");
        takenBackAndShardedAgain(first);

        Path stones = Files.writeString(
                folder.resolve("stones.txt"),
                Tombstones.none().plus(Map.of("id", Set.of("long"))).text());
        Path second = run("second", "--set", "takedown.tombstones=[" + stones + "]");

        assertThat(kept(second)).containsExactly("alone", "middle");
        assertThat(new DuckDb(second).rows("select id, survivor_id, stage, cluster_size from $decisions order by id"))
                .containsExactly(
                        row("alone", null, null, 1L),
                        row("long", null, "takedown", 1L),
                        row("middle", null, null, 2L),
                        row("short", "middle", "dedup", 2L));

        for (String stage : List.of("dedup", "decide")) {
            Program.Ended again = command(stage, first, "--overwrite", "--set", "takedown.tombstones=[" + stones + "]");
            assertThat(again.code()).as(again.err()).isZero();
        }
        assertThat(kept(first)).containsExactly("alone", "middle");

        Program.Ended none = command(
                "decide",
                first,
                "--overwrite",
                "--set",
                "quality.profile=babelmill",
                "--set",
                "quality.rules.short-document=100000",
                "--set",
                "quality.alarm.min-documents=1");
        assertThat(none.code()).as("a corpus of nothing is looked at").isEqualTo(3);
        assertThat(none.err()).contains("alarm: of ", "no document was kept");
    }

    /** What the decisions still keep is not in the shards, and their card says so. */
    private void takenBackAndShardedAgain(Path run) throws IOException {
        Path ids = Files.writeString(folder.resolve("ids.txt"), "long\n");
        for (Program.Ended ended :
                List.of(command("takedown", run, "--ids", ids.toString()), command("shard", run, "--overwrite"))) {
            assertThat(ended.code()).as(ended.err()).isZero();
        }
        assertThat(Files.readString(run.resolve("shards/README.md"))).contains("1 document was taken back since.");
        assertThat(Files.readString(run.resolve("shards/manifest.json"))).contains("\"3.0.0\"");
    }

    private static Program.Ended command(String name, Path run, String... options) {
        List<String> arguments = new ArrayList<>(List.of(name, run.toString(), "--master", "local[2]", "--quiet"));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    private static List<Object> row(Object... values) {
        List<Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }

    private static List<String> kept(Path run) {
        return new DuckDb(run).strings("select id from $decisions where keep order by id");
    }

    private Path run(String name, String... more) throws IOException {
        StringBuilder lines = new StringBuilder();
        TEXTS.forEach((id, text) -> lines.append("{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n"));
        Path input = Files.writeString(folder.resolve("texts.jsonl"), lines);
        Path plan = Files.writeString(folder.resolve("all.yaml"), """
                name: all
                description: Every text stays.
                rules: []
                """);
        Path output = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "run", "--input", input.toString(), "--output", output.toString(), "--master", "local[2]", "--quiet"));
        arguments.addAll(List.of("--set", "quality.profile=" + plan));
        arguments.addAll(List.of(more));
        Program.Ended ended = Program.run(arguments.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        return output;
    }
}
