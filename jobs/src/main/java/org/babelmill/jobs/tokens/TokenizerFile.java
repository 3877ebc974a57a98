package org.babelmill.jobs.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.StageFiles;

/**
 * A {@code tokenizer.json} of Hugging Face's tokenizers. Opening it needs the library {@code ai.djl.huggingface:tokenizers},
 * which the distribution has and the jar for spark-submit has not.
 *
 * @param path the file, on any storage that Hadoop knows; executors read it too
 */
public record TokenizerFile(String path) implements Serializable {

    private static final String LIBRARY = "ai.djl.huggingface.tokenizers.HuggingFaceTokenizer";

    /** A tokenizer for one thread. */
    public Tokenizer open(Configuration hadoop) throws IOException {
        String json = read(hadoop);
        try {
            Class.forName(LIBRARY, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UserError(
                    "tokenizer " + path + ": the library ai.djl.huggingface:tokenizers is not there; with spark-submit"
                            + " name it in --packages",
                    e);
        }
        return DjlTokenizer.of(path, json);
    }

    /** One more than the highest id that the file gives to a token. */
    public int vocabulary(Configuration hadoop) throws IOException {
        JsonNode file = parse(read(hadoop));
        JsonNode words = file.path("model").path("vocab");
        int size = words.isArray() ? words.size() : 0;
        if (words.isObject()) {
            for (JsonNode id : words) {
                size = Math.max(size, id.asInt() + 1);
            }
        }
        for (JsonNode added : file.path("added_tokens")) {
            size = Math.max(size, added.path("id").asInt() + 1);
        }
        return size;
    }

    private JsonNode parse(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UserError("tokenizer " + path + ": not a tokenizer.json: " + e.getOriginalMessage(), e);
        }
    }

    private String read(Configuration hadoop) {
        try {
            return new StageFiles(hadoop).read(path);
        } catch (IOException e) {
            throw new UserError("tokenizer " + path + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
