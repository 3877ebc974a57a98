package org.babelmill.extract.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.page.PageParts;
import org.babelmill.extract.text.Ascii;
import org.babelmill.extract.text.Whitespace;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What stands in a page's head, and in its body where pages put such things by mistake.
 *
 * @param title content of the title element, white space collapsed
 * @param htmlLanguage {@code lang} or {@code xml:lang} of the root, empty when absent
 * @param metas name and content of meta elements
 * @param links relation, address and language of link elements
 * @param data content of scripts of a JSON type
 */
public record PageMetadata(String title, String htmlLanguage, List<Meta> metas, List<Link> links, List<String> data) {

    private static final int MAX_VALUE = 1000;
    private static final int MAX_ELEMENTS = 2000;

    /** A meta element; the name is in lower case and may come from {@code name}, {@code property} or {@code http-equiv}. */
    public record Meta(String name, String content) {}

    /** A link element; relation and language in lower case. */
    public record Link(String relation, String target, String language) {}

    public PageMetadata {
        metas = List.copyOf(metas);
        links = List.copyOf(links);
        data = List.copyOf(data);
    }

    /** Reads the head of a page, and what was met in its body. */
    public static PageMetadata of(Document page, PageParts parts) {
        Collector collector = new Collector();
        Element head = page.head();
        for (Element child = head.firstElementChild(); child != null; child = child.nextElementSibling()) {
            collector.add(child);
        }
        parts.metadata().forEach(collector::add);
        parts.scripts().forEach(collector::add);
        Element root = page.firstElementChild();
        String language = root == null ? "" : root.attr("lang");
        if (language.isEmpty() && root != null) {
            language = root.attr("xml:lang");
        }
        return new PageMetadata(
                collector.title, cut(language.trim()), collector.metas, collector.links, collector.data);
    }

    /** The content of the first meta element of that name that has any. */
    public Optional<String> meta(String name) {
        for (Meta meta : metas) {
            if (meta.name().equals(name) && !meta.content().isEmpty()) {
                return Optional.of(meta.content());
            }
        }
        return Optional.empty();
    }

    private static String cut(String value) {
        return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
    }

    private static final class Collector {
        private final List<Meta> metas = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<String> data = new ArrayList<>();
        private String title = "";

        private void add(Element element) {
            if (metas.size() + links.size() + data.size() >= MAX_ELEMENTS) {
                return;
            }
            switch (element.normalName()) {
                case "title" -> title = title.isEmpty() ? cut(Whitespace.collapse(element.text())) : title;
                case "meta" -> meta(element);
                case "link" -> link(element);
                case "script" -> script(element);
                default -> {}
            }
        }

        private void meta(Element element) {
            String name = element.attr("name");
            name = name.isEmpty() ? element.attr("property") : name;
            name = name.isEmpty() ? element.attr("http-equiv") : name;
            name = name.isEmpty() ? element.attr("itemprop") : name;
            if (!name.isEmpty()) {
                metas.add(new Meta(
                        Ascii.lower(cut(name.trim())),
                        cut(element.attr("content").trim())));
            }
        }

        private void link(Element element) {
            String relation = Ascii.lower(cut(element.attr("rel").trim()));
            if (!relation.isEmpty() && !relation.contains("stylesheet") && !relation.contains("icon")) {
                String language = Ascii.lower(cut(element.attr("hreflang").trim()));
                links.add(new Link(relation, cut(element.attr("href").trim()), language));
            }
        }

        private void script(Element element) {
            if (Ascii.contains(element.attr("type"), "ld+json") && element.firstChild() instanceof DataNode node) {
                data.add(node.getWholeData());
            }
        }
    }
}
