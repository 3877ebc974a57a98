package org.babelmill.jobs.shard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tokens.Tokenizer;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.privacy.PiiMasker;
import org.babelmill.quality.privacy.PiiSpan;
import org.babelmill.quality.signal.Signal;

/** Makes published rows of documents, signals and decisions. Not thread-safe. */
final class ShardRow {

    private final Map<String, Integer> documents;
    private final Map<String, Integer> signals;
    private final Map<String, Integer> decisions = DecisionsTable.SCHEMA.positions();
    private final PiiMasker masker;
    private final Optional<Tokenizer> counter;
    private final PiiFinder finder = new PiiFinder();
    private final RowBuilder row = new RowBuilder(ShardTable.SCHEMA);

    /**
     * Makes rows of documents and signals with these columns.
     *
     * @param counter of tokens; empty where they are not counted
     */
    ShardRow(TableSchema documents, TableSchema signals, PiiMasker masker, Optional<Tokenizer> counter) {
        this.counter = counter;
        this.masker = masker;
        this.documents = documents.positions();
        this.signals = signals.positions();
    }

    Object[] of(Object[] document, Object[] measured, Object[] decided) {
        fromDocument(document);
        fromSignals(measured);
        fromDecision(decided);
        masked(document, measured, decided);
        return row.build();
    }

    private void fromDocument(Object[] document) {
        for (String column : List.of("record_id", "host", "offset", "length")) {
            row.set(column, document[documents.get(column)]);
        }
        row.set("file_path", document[documents.get("file")])
                .set("opt_outs", names(document[documents.get("opt_outs")]))
                .set("machine_translated", document[documents.get("machine_translation")] != null)
                .set("content_truncated", document[documents.get("truncated")]);
    }

    /** The text from the spans that were found in it; the title, which has none, is searched here. */
    private void masked(Object[] document, Object[] measured, Object[] decided) {
        String title = (String) document[documents.get("title")];
        String language = (String) decided[decisions.get("language")];
        LanguageTag tag = LanguageTag.parse(language);
        String host = (String) document[documents.get("host")];
        Function<String, List<PiiSpan>> search = text -> finder.find(text, tag, host);
        String text = (String) document[documents.get("text")];
        // Other thresholds may have decided on another language, and so on another country's numbers.
        List<PiiSpan> spans = language.equals(measured[signals.get("language")])
                ? SignalsTable.piiSpans(measured[signals.get("pii")])
                : search.apply(text);
        String published = masker.maskAll(text, spans, search);
        row.set("text", published)
                .set(
                        "n_tokens",
                        counter.map(c -> (long) c.encode(published).length).orElse(null))
                .set("title", masker.maskAll(title, search.apply(title), search));
    }

    private static List<Object> names(Object statements) {
        return ((List<?>) statements).stream().map(s -> ((Object[]) s)[0]).toList();
    }

    private void fromSignals(Object[] measured) {
        for (String column : List.of("url", "date", "dump", "html_language", "language_score", "code_mix", "licence")) {
            row.set(column, measured[signals.get(column)]);
        }
        row.set("top_langs", json((List<?>) measured[signals.get("top_languages")]))
                .set("n_chars", ((Double) measured[signals.get(Signal.CHARS.column())]).longValue())
                .set("wordlist_ratio", measured[signals.get(Signal.LISTED_WORD_FRAC.column())])
                .set(
                        "quality",
                        ShardTable.QUALITY.stream()
                                .map(s -> measured[signals.get(s.column())])
                                .toArray());
    }

    private static String json(List<?> scores) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Object score : scores) {
            Object[] pair = (Object[]) score;
            object.put((String) pair[0], (Double) pair[1]);
        }
        return object.toString();
    }

    private void fromDecision(Object[] decided) {
        LanguageTag tag = LanguageTag.parse((String) decided[decisions.get("language")]);
        List<Reason> reasons = DecisionsTable.reasons(decided[decisions.get("reasons")]);
        row.set("id", decided[decisions.get("id")])
                .set("language", tag.language())
                .set("language_script", tag.script())
                .set("minhash_cluster_size", decided[decisions.get("cluster_size")])
                .set("minhash_cluster_id", decided[decisions.get("cluster_id")])
                .set("repeats", decided[decisions.get("repeats")])
                .set("n_bytes", decided[decisions.get("text_bytes")])
                .set("n_words", decided[decisions.get("words")])
                .set("filter_reason", reasons.isEmpty() ? null : reasons.get(0).rule())
                .set("reasons", decided[decisions.get("reasons")]);
    }
}
