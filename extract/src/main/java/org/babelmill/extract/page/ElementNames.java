package org.babelmill.extract.page;

import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What an element's attributes say about it.
 *
 * @param categories by {@link Vocabulary}
 * @param flags by {@link PageOutline}
 * @param look a hash of the class names
 */
record ElementNames(long categories, int flags, int look) {

    /** What keeps the words of one attribute apart from those of others; classes and ids name things alike. */
    private static final long ROLE_SALT = 0x9E3779B97F4A7C15L;

    private static final long PROPERTY_SALT = 0xC2B2AE3D27D4EB4FL;

    private static final ElementNames NONE = new ElementNames(0, 0, 0);

    /** Reads the attributes; the words of a block-level element's names go to the outline. */
    static ElementNames of(Element element, int tag, NameReader reader, PageOutline outline) {
        boolean block = Tags.isBlock(tag);
        if (block) {
            outline.addToken(tag);
        }
        if (element.attributesSize() == 0) {
            return NONE;
        }
        String classes = "";
        String id = "";
        String role = "";
        String property = "";
        int flags = 0;
        for (Attribute attribute : element.attributes()) {
            switch (attribute.getKey()) {
                case "class" -> classes = attribute.getValue();
                case "id" -> id = attribute.getValue();
                case "role" -> role = attribute.getValue();
                case "itemprop" -> property = attribute.getValue();
                case "hidden" -> flags |= PageOutline.HIDDEN;
                case "style" -> flags |= isHiding(attribute.getValue()) ? PageOutline.HIDDEN : 0;
                case "aria-hidden" -> flags |= attribute.getValue().equals("true") ? PageOutline.ARIA_HIDDEN : 0;
                default -> {}
            }
        }
        PageOutline tokens = block ? outline : null;
        long categories = read(classes, 0, reader, tokens)
                | read(id, 0, reader, tokens)
                | read(role, ROLE_SALT, reader, tokens)
                | read(property, PROPERTY_SALT, reader, tokens);
        return new ElementNames(categories, flags, classes.hashCode());
    }

    /** The categories of a name's words; the words go to the outline, if there is one. */
    private static long read(String value, long salt, NameReader reader, PageOutline outline) {
        if (value.isEmpty()) {
            return 0;
        }
        NameReader.Name name = reader.read(value);
        if (outline != null) {
            for (long token : name.tokens()) {
                outline.addToken(token + salt);
            }
        }
        return name.categories();
    }

    private static boolean isHiding(String style) {
        if (style.isEmpty()) {
            return false;
        }
        return valueIs(style, "display", "none") || valueIs(style, "visibility", "hidden");
    }

    private static boolean valueIs(String style, String property, String value) {
        int at = Ascii.indexOf(style, property, 0);
        if (at < 0) {
            return false;
        }
        int from = at + property.length();
        while (from < style.length() && (style.charAt(from) == ' ' || style.charAt(from) == ':')) {
            from++;
        }
        return Ascii.regionMatches(style, from, value);
    }

    /**
     * Whether an inline element is hidden, such as a counter or an icon: it is left out. Links that assistive technology
     * is told to ignore mostly repeat a link beside them, but their text is shown.
     */
    boolean skipped(int tag) {
        return !Tags.isBlock(tag) && (flags & (tag == Tags.A ? PageOutline.HIDDEN : -1)) != 0;
    }
}
