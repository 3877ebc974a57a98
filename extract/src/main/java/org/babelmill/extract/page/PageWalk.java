package org.babelmill.extract.page;

import java.util.Arrays;
import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Lays a parsed page out flat, in one pass without recursion. Not thread-safe; one instance serves page after page.
 */
public final class PageWalk {

    private static final int INITIAL_DEPTH = 1024;
    private static final int BLOCK = 0;
    private static final int INLINE = 1;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final NameReader names = new NameReader(vocabulary);
    private final long gutter = vocabulary.bit("gutter");
    private final long translated = vocabulary.bit("translated");
    private final PageOutline outline = new PageOutline();
    private final PageParts parts = new PageParts();
    private final BlockText text = new BlockText(outline);
    private final InlineState inline = new InlineState();
    private final int maxBlocks;

    private int depth;
    private byte[] kinds = new byte[INITIAL_DEPTH];
    private int[] tags = new int[INITIAL_DEPTH];
    /** Number of a block-level element in the outline; of an inline one, links open before it. */
    private int[] elementAt = new int[INITIAL_DEPTH];

    private long[] categoriesBefore = new long[INITIAL_DEPTH];
    private long[] tagsBefore = new long[INITIAL_DEPTH];
    private int[] spanFrom = new int[INITIAL_DEPTH];
    private int current;
    private int verbatim;

    /** @param maxBlocks blocks after which the rest of a page is left out */
    public PageWalk(int maxBlocks) {
        this.maxBlocks = maxBlocks;
    }

    /** The page that was walked last. */
    public PageOutline outline() {
        return outline;
    }

    /** What was met on the way besides text. */
    public PageParts parts() {
        return parts;
    }

    /**
     * Lays out everything below an element, usually the body.
     *
     * @return whether the whole page fitted within the limit
     */
    public boolean walk(Element root) {
        outline.clear();
        parts.clear();
        inline.reset();
        text.restart();
        depth = 0;
        verbatim = 0;
        current = -1;
        open(root, Tags.BODY);
        boolean complete = visit(root);
        while (depth > 0) {
            close();
        }
        return complete;
    }

    private boolean visit(Element root) {
        Node node = root.firstChild();
        while (node != null) {
            Node inner = enter(node);
            if (inner != null) {
                node = inner;
                continue;
            }
            while (node != null && node.nextSibling() == null) {
                node = node.parent();
                close();
                if (depth == 0) {
                    return true;
                }
            }
            if (outline.blocks() >= maxBlocks) {
                return false;
            }
            node = node == null ? null : node.nextSibling();
        }
        return true;
    }

    /** Takes a node in; returns its first child when the way goes on inside it. */
    private Node enter(Node node) {
        if (node instanceof TextNode leaf) {
            add(leaf.getWholeText());
            return null;
        }
        return node instanceof Element element ? enter(element) : null;
    }

    private Node enter(Element element) {
        int tag = Tags.of(element.normalName());
        if (tag >= Tags.SKIPPED) {
            return special(element, tag);
        }
        if (tag == Tags.MATH) {
            formula(Formulas.source(element));
            return null;
        }
        Node first = element.firstChild();
        if (first == null) {
            if (Tags.isBlock(tag)) {
                text.end(current);
            }
            return null;
        }
        return open(element, tag) ? first : null;
    }

    private Node special(Element element, int tag) {
        switch (tag) {
            case Tags.BR -> {
                if (text.lineBreak() && verbatim == 0) {
                    text.end(current);
                }
            }
            case Tags.HR -> text.end(current);
            case Tags.SCRIPT -> script(element);
            case Tags.TEMPLATE -> {
                return element.hasAttr("shadowrootmode") && open(element, Tags.DIV) ? element.firstChild() : null;
            }
            default -> {
                String name = element.normalName();
                if (name.equals("meta") || name.equals("link")) {
                    parts.metadata(element);
                }
            }
        }
        return null;
    }

    private void script(Element element) {
        String type = element.attr("type");
        if (type.startsWith("math/tex") && element.firstChild() instanceof DataNode data) {
            formula(data.getWholeData());
        } else if (Ascii.contains(type, "json")) {
            parts.script(element);
        }
    }

    private void formula(String source) {
        int from = text.position();
        text.add(source, inline);
        if (text.position() > from) {
            outline.addSpan(from, text.position(), Tags.MATH);
        }
    }

    private void add(String piece) {
        if (verbatim > 0) {
            text.addVerbatim(piece, inline);
        } else {
            text.add(piece, inline);
        }
    }

    /** Goes into an element; false when it is to be left out with everything inside. */
    private boolean open(Element element, int tag) {
        outline.dropTokens();
        ElementNames said = ElementNames.of(element, tag, names, outline);
        if (said.skipped(tag) || isLineNumbers(tag, said)) {
            return false;
        }
        if (depth == kinds.length) {
            grow();
        }
        if ((said.categories() & translated) != 0) {
            translated(element);
        }
        tags[depth] = tag;
        if (Tags.isBlock(tag)) {
            openBlock(element, tag, said);
        } else {
            openInline(element, tag, said);
        }
        depth++;
        return true;
    }

    /** The column of line numbers beside code. */
    private boolean isLineNumbers(int tag, ElementNames said) {
        return (said.categories() & gutter) != 0 && (verbatim > 0 || Tags.isCell(tag) || tag == Tags.PRE);
    }

    private void translated(Element element) {
        String id = element.id();
        if (!id.isEmpty() && (vocabulary.categoriesOf(id) & translated) != 0) {
            parts.translation("id=" + id);
        }
    }

    private void openBlock(Element element, int tag, ElementNames said) {
        text.end(current);
        kinds[depth] = BLOCK;
        boolean keepsSpace = tag == Tags.PRE;
        verbatim += keepsSpace ? 1 : 0;
        current = outline.addElement(current, tag, said);
        elementAt[depth] = current;
        categoriesBefore[depth] = inline.categories;
        tagsBefore[depth] = inline.tags;
        if (Tags.isCell(tag)) {
            outline.detail(current, CellSpans.of(element));
        } else if (keepsSpace) {
            outline.language(current, CodeLanguage.of(element));
        }
        if (inline.linkDepth > 0) {
            text.link();
        }
    }

    private void openInline(Element element, int tag, ElementNames said) {
        kinds[depth] = INLINE;
        categoriesBefore[depth] = inline.categories;
        tagsBefore[depth] = inline.tags;
        spanFrom[depth] = text.position();
        elementAt[depth] = inline.linkDepth;
        inline.categories |= said.categories();
        inline.tags |= 1L << tag;
        if (tag == Tags.A && element.hasAttr("href")) {
            inline.linkDepth++;
            text.link();
            if (LicenceLinks.mayBe(element)) {
                parts.licence(element);
            }
            if (element.attr("onclick").contains("doGTranslate")) {
                parts.translation("onclick=doGTranslate");
            }
        }
    }

    private void close() {
        depth--;
        if (kinds[depth] == BLOCK) {
            text.end(current);
            outline.closeElement(elementAt[depth]);
            verbatim -= tags[depth] == Tags.PRE ? 1 : 0;
            current = outline.parent(current);
        } else {
            closeInline();
        }
        inline.categories = categoriesBefore[depth];
        inline.tags = tagsBefore[depth];
    }

    private void closeInline() {
        int tag = tags[depth];
        inline.linkDepth = elementAt[depth];
        boolean styled = tag == Tags.CODE || tag == Tags.STRONG || tag == Tags.EMPHASIS;
        if (styled && text.position() > spanFrom[depth]) {
            outline.addSpan(spanFrom[depth], text.position(), tag);
        }
    }

    private void grow() {
        int size = depth * 2;
        kinds = Arrays.copyOf(kinds, size);
        tags = Arrays.copyOf(tags, size);
        elementAt = Arrays.copyOf(elementAt, size);
        categoriesBefore = Arrays.copyOf(categoriesBefore, size);
        tagsBefore = Arrays.copyOf(tagsBefore, size);
        spanFrom = Arrays.copyOf(spanFrom, size);
    }
}
