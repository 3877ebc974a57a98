package org.babelmill.langid.ngram;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.babelmill.pipeline.language.LanguageTag;

/** The JSON of pack metadata: language tags are texts, and a field that is missing or unknown is an error. */
final class PackJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LanguageTag.class, new TagWriter())
                    .addDeserializer(LanguageTag.class, new TagReader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PackJson() {}

    static byte[] write(PackMetadata metadata) throws IOException {
        return MAPPER.writeValueAsBytes(metadata);
    }

    static PackMetadata read(byte[] json) throws IOException {
        return MAPPER.readValue(json, PackMetadata.class);
    }

    private static final class TagWriter extends StdSerializer<LanguageTag> {
        TagWriter() {
            super(LanguageTag.class);
        }

        @Override
        public void serialize(LanguageTag tag, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(tag.toString());
        }
    }

    private static final class TagReader extends StdDeserializer<LanguageTag> {
        TagReader() {
            super(LanguageTag.class);
        }

        @Override
        public LanguageTag deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return LanguageTag.parse(in.getText());
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(in.getText(), LanguageTag.class, e.getMessage());
            }
        }
    }
}
