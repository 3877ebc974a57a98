package org.babelmill.jobs.label;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.babelmill.langid.LanguageVerdict;

/** A verdict as one line of JSON. */
final class LabelLine {

    private LabelLine() {}

    static String of(String id, LanguageVerdict verdict) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id);
        line.put("language", verdict.tag().toString());
        line.put("best_language", verdict.best().toString());
        line.put("probability", verdict.probability());
        ArrayNode candidates = line.putArray("candidates");
        verdict.candidates()
                .forEach(c -> candidates
                        .addObject()
                        .put("language", c.tag().toString())
                        .put("probability", c.probability()));
        ArrayNode runs = line.putArray("lines");
        verdict.lines()
                .runs()
                .forEach(run ->
                        runs.addObject().put("language", run.tag().toString()).put("lines", run.lines()));
        line.put("mixed", verdict.lines().mixed());
        return line.toString();
    }
}
