package org.babelmill.jobs.maintext;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.tree.Block;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Markdown;
import org.babelmill.extract.tree.PlainText;
import org.babelmill.extract.tree.TreeCodec;
import org.babelmill.pipeline.document.DocumentId;

/** A document as one line of JSON. */
final class MainTextLine {

    /** Blocks get their type's name, so that a reader can tell a quote from a caption. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .addMixIn(Block.class, Typed.class)
            .findAndAddModules()
            .build();

    private static final ObjectWriter BLOCKS = JSON.writerFor(new TypeReference<List<Block>>() {});

    private final MainTextFormat format;

    MainTextLine(MainTextFormat format) {
        this.format = format;
    }

    /** The line, without line end. */
    String of(ExtractedDocument document, String id) {
        ExtractedDocument.Source source = document.source();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id.isEmpty() ? DocumentId.of(source.location()).value() : id);
        line.put("url", source.url());
        line.put("date", source.date());
        line.put("title", document.content().title());
        line.put("language", document.evidence().language().html());
        line.put("media_type", source.mediaType());
        line.put("page_type", document.content().type().label());
        DocumentTree tree = TreeCodec.decode(document.content().blocks());
        switch (format) {
            case JSONL -> line.put("text", PlainText.render(tree));
            case MARKDOWN -> line.put("text", Markdown.render(tree));
            case TREE -> line.put("blocks", new RawValue(json(BLOCKS, tree.blocks(), id)));
        }
        return json(JSON.writer(), line, id);
    }

    private static String json(ObjectWriter writer, Object value, String id) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that cannot be written as JSON: " + id, e);
        }
    }
}
