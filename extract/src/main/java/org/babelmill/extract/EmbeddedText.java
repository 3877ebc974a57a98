package org.babelmill.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.evidence.PageMetadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text that a page holds as data, for pages that show it by scripts only: {@code articleBody} and the like in its
 * JSON-LD, and the posts that Discourse forums load before they draw them. Data that is no JSON counts as none.
 */
final class EmbeddedText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BODIES = List.of("articleBody", "reviewBody", "recipeInstructions");
    private static final String POST = "cooked";
    private static final int MAX_NODES = 100_000;

    private EmbeddedText() {}

    /** HTML of the text, or nothing. */
    static Optional<String> find(Document page, PageMetadata metadata) {
        Optional<String> posts = posts(page);
        return posts.isPresent() ? posts : longestBody(metadata);
    }

    private static Optional<String> posts(Document page) {
        Element element = page.getElementById("data-preloaded");
        if (element == null) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        for (JsonNode value : read(element.attr("data-preloaded"))) {
            if (value.isTextual() && value.textValue().contains("\"" + POST + "\"")) {
                texts(read(value.textValue()), List.of(POST))
                        .forEach(post -> html.append("<article>").append(post).append("</article>"));
            }
        }
        return html.length() == 0 ? Optional.empty() : Optional.of(html.toString());
    }

    private static Optional<String> longestBody(PageMetadata metadata) {
        String longest = "";
        for (String data : metadata.data()) {
            for (String body : texts(read(data), BODIES)) {
                longest = body.length() > longest.length() ? body : longest;
            }
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(asHtml(longest));
    }

    /** Such text is mostly plain, with line breaks; where it is HTML it holds tags. */
    private static String asHtml(String text) {
        return text.contains("</p>") || text.contains("<br") ? text : "<p>" + text.replace("\n", "</p><p>");
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Values of fields of these names anywhere inside, in the order of the data. */
    private static List<String> texts(JsonNode root, List<String> names) {
        List<String> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        for (int visited = 0; visited < MAX_NODES && !open.isEmpty(); visited++) {
            JsonNode node = open.pop();
            for (String name : names) {
                if (node.path(name).isTextual()) {
                    found.add(node.path(name).textValue());
                }
            }
            List<JsonNode> children = new ArrayList<>();
            node.forEach(children::add);
            for (int i = children.size() - 1; i >= 0; i--) {
                if (children.get(i).isContainerNode()) {
                    open.push(children.get(i));
                }
            }
        }
        return found;
    }
}
