package org.babelmill.extract.page;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/** HTML elements as small numbers, and how each is laid out. Immutable and safe to share. */
public final class Tags {

    /** An element that HTML does not know, such as a custom element. Laid out as an inline element. */
    public static final int OTHER = 0;

    public static final int DIV = 1;
    public static final int P = 2;
    public static final int H1 = 3;
    public static final int H2 = 4;
    public static final int H3 = 5;
    public static final int H4 = 6;
    public static final int H5 = 7;
    public static final int H6 = 8;
    public static final int UL = 9;
    public static final int OL = 10;
    public static final int LI = 11;
    public static final int DL = 12;
    public static final int DT = 13;
    public static final int DD = 14;
    public static final int TABLE = 15;
    public static final int TR = 16;
    public static final int TD = 17;
    public static final int TH = 18;
    public static final int TABLE_PART = 19;
    public static final int CAPTION = 20;
    public static final int BLOCKQUOTE = 21;
    public static final int PRE = 22;
    public static final int FIGURE = 23;
    public static final int FIGCAPTION = 24;
    public static final int ARTICLE = 25;
    public static final int MAIN = 26;
    public static final int SECTION = 27;
    public static final int ASIDE = 28;
    public static final int NAV = 29;
    public static final int HEADER = 30;
    public static final int FOOTER = 31;
    public static final int FORM = 32;
    public static final int DETAILS = 33;
    public static final int SUMMARY = 34;
    public static final int ADDRESS = 35;
    public static final int BODY = 36;
    public static final int BUTTON = 37;
    public static final int LABEL = 38;
    public static final int CENTER = 39;
    public static final int DIALOG = 40;
    /** Block elements without a meaning of their own here: fieldset, hgroup, search and the like. */
    public static final int OTHER_BLOCK = 41;
    /** What browsers without scripts show; on pages built by scripts often the only text. */
    public static final int NOSCRIPT = 42;
    /** The first inline element; every known inline element that has its own number follows. */
    public static final int A = 43;

    public static final int STRONG = 44;
    public static final int EMPHASIS = 45;
    public static final int CODE = 46;
    public static final int MATH = 47;
    public static final int TIME = 48;
    public static final int SPAN = 49;
    public static final int SMALL = 50;
    /** Elements whose text is never shown or never part of it: script, style, select, rt and the like. */
    public static final int SKIPPED = 51;

    public static final int BR = 52;
    public static final int HR = 53;
    public static final int SCRIPT = 54;
    public static final int TEMPLATE = 55;
    /** Above every number. */
    public static final int COUNT = 56;

    private static final Object2IntOpenHashMap<String> CODES = codes();

    private Tags() {}

    /** The number of an element. */
    public static int of(String name) {
        return CODES.getInt(name);
    }

    /** Whether the element begins and ends a line. */
    public static boolean isBlock(int tag) {
        return tag >= DIV && tag <= NOSCRIPT && tag != LABEL;
    }

    /** Whether the element is a heading of level 1 to 6. */
    public static boolean isHeading(int tag) {
        return tag >= H1 && tag <= H6;
    }

    /** Whether the element is a cell of a table. */
    public static boolean isCell(int tag) {
        return tag == TD || tag == TH;
    }

    private static Object2IntOpenHashMap<String> codes() {
        Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
        codes.defaultReturnValue(OTHER);
        String[] own = {
            "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td",
            "th"
        };
        for (int i = 0; i < own.length; i++) {
            codes.put(own[i], DIV + i);
        }
        put(codes, TABLE_PART, "thead", "tbody", "tfoot");
        String[] more = {
            "caption",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "article",
            "main",
            "section",
            "aside",
            "nav",
            "header",
            "footer",
            "form",
            "details",
            "summary",
            "address",
            "body",
            "button",
            "label",
            "center",
            "dialog"
        };
        for (int i = 0; i < more.length; i++) {
            codes.put(more[i], CAPTION + i);
        }
        put(codes, UL, "menu", "dir");
        put(codes, PRE, "listing", "xmp", "plaintext");
        put(codes, OTHER_BLOCK, "fieldset", "hgroup", "search", "legend", "frameset", "noframes", "html", "marquee");
        put(codes, A, "a");
        put(codes, STRONG, "b", "strong");
        put(codes, EMPHASIS, "i", "em", "cite", "dfn", "var");
        put(codes, CODE, "code", "kbd", "samp", "tt");
        put(codes, MATH, "math");
        put(codes, TIME, "time");
        put(
                codes, SPAN, "span", "font", "u", "s", "q", "sub", "sup", "abbr", "mark", "ins", "del", "bdi", "bdo",
                "ruby");
        put(codes, SMALL, "small");
        put(
                codes,
                SKIPPED,
                "style",
                "select",
                "option",
                "optgroup",
                "datalist",
                "textarea",
                "input",
                "iframe",
                "object");
        put(
                codes, SKIPPED, "embed", "canvas", "video", "audio", "map", "area", "svg", "rt", "rp", "head", "title",
                "link");
        put(codes, SKIPPED, "meta", "base", "img", "picture", "source", "track", "param", "progress", "meter", "col");
        put(codes, SKIPPED, "colgroup", "wbr", "frame", "applet", "rtc");
        put(codes, BR, "br");
        put(codes, HR, "hr");
        put(codes, SCRIPT, "script");
        put(codes, TEMPLATE, "template");
        put(codes, NOSCRIPT, "noscript");
        return codes;
    }

    private static void put(Object2IntOpenHashMap<String> codes, int code, String... names) {
        for (String name : names) {
            codes.put(name, code);
        }
    }
}
