package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

class LogFormatTest {

    private static String logged(String message, Throwable thrown) {
        try (LoggerContext context = new LoggerContext("test")) {
            context.start(ConfigurationFactory.getInstance()
                    .getConfiguration(
                            context, "test", URI.create("classpath:org/babelmill/jobs/log4j2-json.properties")));
            Log4jLogEvent event = Log4jLogEvent.newBuilder()
                    .setLoggerName("org.babelmill.progress")
                    .setLevel(Level.INFO)
                    .setMessage(new SimpleMessage(message))
                    .setThrown(thrown)
                    .build();
            return new String(
                    context.getConfiguration()
                            .getAppender("console")
                            .getLayout()
                            .toByteArray(event),
                    StandardCharsets.UTF_8);
        }
    }

    @Test
    void json_is_one_object_a_line_whatever_the_message_holds() throws IOException {
        String hostile = "a page said \"x\"\n{\"log.level\":\"ERROR\",\"message\":\"forged\"}\r\n\u001b[2J";
        String text = logged(hostile, new IllegalStateException("and\nthis"));

        assertThat(text.strip().lines()).hasSize(1);
        JsonNode line = new JsonMapper().readTree(text);
        assertThat(line.path("message").asText()).isEqualTo(hostile);
        assertThat(line.path("log.level").asText()).isEqualTo("INFO");
        assertThat(line.path("log.logger").asText()).isEqualTo("org.babelmill.progress");
        assertThat(line.path("error.message").asText()).isEqualTo("and\nthis");
        assertThat(line.has("@timestamp")).isTrue();
    }

    @Test
    void an_unknown_format_is_refused_with_those_there_are() {
        Program.Ended ended = Program.run("run", "--input", "x", "--output", "y", "--log-format", "xml");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--log-format xml: allowed here: text, json");
    }
}
