package org.babelmill.extract.page;

import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * What an element's attributes say about it.
 *
 * @param categories by {@link Vocabulary}
 * @param flags by {@link PageOutline}
 * @param look a hash of the class names
 */
record ElementNames(long categories, int flags, int look) {

    private static final String[] NAMING = {"class", "id", "role", "itemprop"};

    /** What keeps the words of one attribute apart from those of others; classes and ids name things alike. */
    private static final long[] SALTS = {0, 0, 0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL};

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
        Attributes attributes = element.attributes();
        long categories = 0;
        for (int i = 0; i < NAMING.length; i++) {
            String value = attributes.get(NAMING[i]);
            if (!value.isEmpty()) {
                NameReader.Name name = reader.read(value);
                categories |= name.categories();
                if (block) {
                    addTokens(name, SALTS[i], outline);
                }
            }
        }
        return new ElementNames(
                categories, flags(attributes), attributes.get("class").hashCode());
    }

    private static void addTokens(NameReader.Name name, long salt, PageOutline outline) {
        for (long token : name.tokens()) {
            outline.addToken(token + salt);
        }
    }

    private static int flags(Attributes attributes) {
        int flags = attributes.hasKey("hidden") || isHiding(attributes.get("style")) ? PageOutline.HIDDEN : 0;
        return attributes.get("aria-hidden").equals("true") ? flags | PageOutline.ARIA_HIDDEN : flags;
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
