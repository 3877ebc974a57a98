package org.babelmill.extract.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Elements met in the body that tell about the page instead of being part of its text. Not thread-safe. */
public final class PageParts {

    private static final int MAX_ELEMENTS = 1000;

    private final List<Element> metadata = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final List<Element> licences = new ArrayList<>();
    private String translation = "";

    void clear() {
        metadata.clear();
        scripts.clear();
        licences.clear();
        translation = "";
    }

    void metadata(Element element) {
        add(metadata, element);
    }

    void script(Element element) {
        add(scripts, element);
    }

    void licence(Element element) {
        add(licences, element);
    }

    void translation(String mark) {
        translation = mark;
    }

    private static void add(List<Element> list, Element element) {
        if (list.size() < MAX_ELEMENTS) {
            list.add(element);
        }
    }

    /** {@code meta} and {@code link} elements in the body. */
    public List<Element> metadata() {
        return Collections.unmodifiableList(metadata);
    }

    /** Scripts in the body that hold data. */
    public List<Element> scripts() {
        return Collections.unmodifiableList(scripts);
    }

    /** A mark that a translation plugin left, the last one met. */
    public Optional<String> translation() {
        return translation.isEmpty() ? Optional.empty() : Optional.of(translation);
    }

    /** Links whose target or relation may be a licence. */
    public List<Element> licences() {
        return Collections.unmodifiableList(licences);
    }
}
