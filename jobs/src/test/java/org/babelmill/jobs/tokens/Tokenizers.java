package org.babelmill.jobs.tokens;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small tokenizers in Hugging Face's form. */
public final class Tokenizers {

    private Tokenizers() {}

    /** One token a byte: the byte plus one; 0 is {@code <end>}. */
    public static Path bytes(Path file) throws IOException {
        return write(file, 0);
    }

    /** The same with more words than two bytes can number, which no text holds. */
    public static Path large(Path file) throws IOException {
        return write(file, 70_000);
    }

    private static Path write(Path file, int more) throws IOException {
        ObjectNode vocabulary = new JsonMapper().createObjectNode();
        vocabulary.put("<end>", 0);
        for (int b = 0; b < 256; b++) {
            vocabulary.put(letter(b), b + 1);
        }
        for (int i = 0; i < more; i++) {
            vocabulary.put("none" + i, 257 + i);
        }
        ObjectNode model = new JsonMapper().createObjectNode();
        model.put("type", "BPE").set("vocab", vocabulary);
        model.putArray("merges");
        ObjectNode tokenizer = new JsonMapper().createObjectNode();
        tokenizer.put("version", "1.0");
        // Both would change what is counted, if they were honoured.
        tokenizer
                .putObject("truncation")
                .put("direction", "Right")
                .put("max_length", 5)
                .put("strategy", "LongestFirst")
                .put("stride", 0);
        tokenizer.putNull("padding");
        ArrayNode added = tokenizer.putArray("added_tokens");
        added.addObject()
                .put("id", 0)
                .put("content", "<end>")
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
        tokenizer
                .putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", false);
        tokenizer.set("model", model);
        Files.writeString(file, tokenizer.toString(), StandardCharsets.UTF_8);
        return file;
    }

    /** How byte-level tokenizers spell a byte: printable Latin-1 as itself, the others from U+0100 on, in order. */
    private static String letter(int b) {
        int other = 256;
        for (int i = 0; i <= b; i++) {
            boolean printable = i >= '!' && i <= '~' || i >= 0xA1 && i <= 0xAC || i >= 0xAE;
            if (i == b) {
                return Character.toString(printable ? i : other);
            }
            other += printable ? 0 : 1;
        }
        throw new IllegalArgumentException(Integer.toString(b));
    }
}
