package org.babelmill.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Commands that belong together, for the front page of the help.
 *
 * @param title what they are for
 * @param commands one line for each command, by name, in the order in which one meets them
 */
record CommandGroup(String title, Map<String, String> commands) {

    /** A group of names and lines in turn. */
    private static CommandGroup of(String title, String... namesAndLines) {
        Map<String, String> commands = new LinkedHashMap<>();
        for (int i = 0; i < namesAndLines.length; i += 2) {
            commands.put(namesAndLines[i], namesAndLines[i + 1]);
        }
        return new CommandGroup(title, commands);
    }

    /** All groups, in the order of the work. */
    static List<CommandGroup> all() {
        return List.of(
                of(
                        "Make a corpus",
                        "sample",
                        "the whole job on an embedded crawl, to look at",
                        "plan",
                        "which parts of a crawl hold a language or host",
                        "run",
                        "archives or text in, shards, card and report out"),
                of(
                        "Look at it",
                        "serve",
                        "browse a run: search, decisions, twins, thresholds",
                        "explain",
                        "why one record is, or is not, in the corpus",
                        "what-if",
                        "what other thresholds would keep",
                        "diff",
                        "what differs between two runs",
                        "export",
                        "a table of a run as JSON lines or TSV",
                        "describe",
                        "what each signal and each rule means"),
                of(
                        "Do one stage again",
                        "documents",
                        "read the archives again",
                        "dedup",
                        "find duplicates again, or in texts of your own",
                        "decide",
                        "decide again, from signals and clusters",
                        "shard",
                        "write the shards again",
                        "report",
                        "write the report and manifest again"),
                of(
                        "Fit it to your languages",
                        "calibrate",
                        "stop words and thresholds from good text",
                        "train-quality",
                        "a classifier from good and bad text",
                        "train-langid",
                        "a language model pack from labelled text",
                        "calibrate-langid",
                        "score thresholds for each language from a run"),
                of(
                        "Publish and answer for it",
                        "verify",
                        "check finished shards in every respect",
                        "publish",
                        "copy them to a folder, a bucket or the Hub",
                        "takedown",
                        "remove documents from them, in place",
                        "mixture",
                        "divide a training budget among languages",
                        "tokenise",
                        "token files for Megatron-LM and NeMo",
                        "jsonl",
                        "the shards as JSON lines"),
                of(
                        "Use a part alone",
                        "extract",
                        "main text of archives or pages",
                        "identify",
                        "language and script of texts",
                        "lines",
                        "take out lines that too many pages have",
                        "index",
                        "duplicates over many snapshots",
                        "datatrove",
                        "datatrove's dedup files, to compare with"),
                of("This program", "generate-completion", "completion for bash and zsh", "help", "explain a command"));
    }
}
