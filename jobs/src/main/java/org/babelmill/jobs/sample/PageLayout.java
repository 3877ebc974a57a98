package org.babelmill.jobs.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a page's text into its template, among the furniture of its language. */
final class PageLayout {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final Map<String, String> templates;
    private final Map<String, Furniture> furniture;

    private PageLayout(Map<String, String> templates, Map<String, Furniture> furniture) {
        this.templates = templates;
        this.furniture = furniture;
    }

    /**
     * Reads {@code templates/*.html} and {@code furniture.yaml}.
     *
     * @throws IOException where they cannot be read
     */
    static PageLayout read(Path sources) throws IOException {
        Map<String, String> templates = new TreeMap<>();
        try (Stream<Path> files = Files.list(sources.resolve("templates"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                templates.put(name.substring(0, name.lastIndexOf('.')), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return new PageLayout(templates, Furniture.read(sources.resolve("furniture.yaml")));
    }

    /**
     * The whole HTML page.
     *
     * @throws IllegalArgumentException where the page's layout or the furniture of its language does not exist
     */
    String html(SamplePage page) {
        String text = page.text().repeat(Math.max(1, page.twist().repeat()));
        if (SamplePage.NO_LAYOUT.equals(page.layout())) {
            return text;
        }
        Map<String, String> values = values(page);
        values.put("content", nested(Markup.html(text), page.twist().nest()));
        return filled(found(templates, page.layout() == null ? "magazine" : page.layout()), values);
    }

    private Map<String, String> values(SamplePage page) {
        Furniture words = found(furniture, page.lang());
        Map<String, String> values = new HashMap<>();
        values.put("lang", page.lang());
        values.put("dir", RIGHT_TO_LEFT.contains(page.lang()) ? "rtl" : "ltr");
        values.put("head", head(page));
        values.put("title", Markup.escaped(page.title()));
        values.put("site", Markup.escaped(URI.create(page.url()).getHost()));
        values.put("menu", links(words.menu()));
        values.put("search", words.search());
        values.put("cookies", words.cookies());
        values.put("accept", words.accept());
        values.put("share", words.share());
        values.put("related", words.related());
        values.put("links", links(words.links()));
        values.put("newsletter", words.newsletter());
        values.put("legal", links(words.legal()));
        return values;
    }

    private static String head(SamplePage page) {
        String meta = page.http().declared().inMeta()
                ? "<meta charset=\"" + page.http().charset() + "\">\n"
                : "";
        return meta + page.head();
    }

    private static String links(List<String> labels) {
        return labels.stream()
                .map(label ->
                        "<li><a href=\"/" + (labels.indexOf(label) + 1) + "/\">" + Markup.escaped(label) + "</a></li>")
                .collect(Collectors.joining("\n"));
    }

    private static String nested(String html, int depth) {
        return "<div>".repeat(depth) + html + "</div>".repeat(depth);
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(found(values, place.group(1))));
    }

    private static <T> T found(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the sample's sources have no \"" + key + "\", only " + map.keySet());
        }
        return value;
    }
}
