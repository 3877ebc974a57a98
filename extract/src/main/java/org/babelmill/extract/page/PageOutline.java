package org.babelmill.extract.page;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;

/**
 * A page laid out flat. Blocks are runs of text between line breaks of the layout, in reading order; elements are the
 * block-level elements, in document order, each before the elements inside it.
 *
 * <p>Mutable scratch that one extractor uses for page after page; not thread-safe. What it holds is valid until the next
 * {@link #clear}.
 */
public final class PageOutline {

    /** Flag of an element that its style or the {@code hidden} attribute hides. */
    public static final int HIDDEN = 1;

    /** Flag of an element that assistive technology is told to ignore. */
    public static final int ARIA_HIDDEN = 2;

    private static final int INITIAL = 1024;

    private char[] text = new char[INITIAL * 16];
    private int textLength;

    private int blocks;
    private int[] textStart = new int[INITIAL];
    private int[] textEnd = new int[INITIAL];
    private int[] owner = new int[INITIAL];
    private int[] words = new int[INITIAL];
    private int[] linkWords = new int[INITIAL];
    private int[] links = new int[INITIAL];
    private int[] stops = new int[INITIAL];
    private int[] commas = new int[INITIAL];
    private int[] digitWords = new int[INITIAL];
    private long[] inlineCategories = new long[INITIAL];
    private long[] inlineTags = new long[INITIAL];

    private int elements;
    private int[] parent = new int[INITIAL];
    private byte[] tag = new byte[INITIAL];
    private short[] depth = new short[INITIAL];
    private int[] firstBlock = new int[INITIAL];
    private int[] endBlock = new int[INITIAL];
    private long[] categories = new long[INITIAL];
    private int[] flags = new int[INITIAL];
    private int[] look = new int[INITIAL];
    private int[] detail = new int[INITIAL];

    private final Int2ObjectMap<String> languages = new Int2ObjectOpenHashMap<>();

    /** Tokens of names that belong to elements, and behind them those of the element that comes next. */
    private int tokensTaken;

    private int tokens;
    private long[] token = new long[INITIAL];
    private int[] firstToken = new int[INITIAL];

    private int spans;
    private int[] spanStart = new int[INITIAL];
    private int[] spanEnd = new int[INITIAL];
    private byte[] spanTag = new byte[INITIAL];

    /** Forgets the page; keeps the memory, unless a page was so large that keeping it would be a waste. */
    void clear() {
        textLength = 0;
        blocks = 0;
        elements = 0;
        spans = 0;
        tokens = 0;
        tokensTaken = 0;
        languages.clear();
    }

    /** Text of all blocks one after another; valid up to {@link #textLength}. */
    public char[] text() {
        return text;
    }

    /** UTF-16 units of {@link #text} in use. */
    public int textLength() {
        return textLength;
    }

    /** Number of blocks. */
    public int blocks() {
        return blocks;
    }

    /** Where the block's text starts in {@link #text}. */
    public int textStart(int block) {
        return textStart[block];
    }

    /** Behind the block's last character in {@link #text}. */
    public int textEnd(int block) {
        return textEnd[block];
    }

    /** The block's text. */
    public String text(int block) {
        return new String(text, textStart[block], textEnd[block] - textStart[block]);
    }

    /** The element that holds the block directly. */
    public int owner(int block) {
        return owner[block];
    }

    /** Words of the block; in scripts without spaces, characters. */
    public int words(int block) {
        return words[block];
    }

    /** Of these, words inside links. */
    public int linkWords(int block) {
        return linkWords[block];
    }

    /** Links that begin in the block or go on into it. */
    public int links(int block) {
        return links[block];
    }

    /** Marks that end sentences. */
    public int stops(int block) {
        return stops[block];
    }

    /** Marks that part sentences. */
    public int commas(int block) {
        return commas[block];
    }

    /** Words that begin with a digit. */
    public int digitWords(int block) {
        return digitWords[block];
    }

    /** Categories of inline elements that hold the whole block. */
    public long inlineCategories(int block) {
        return inlineCategories[block];
    }

    /** Inline elements that hold the whole block, as bits by their number in {@link Tags}. */
    public long inlineTags(int block) {
        return inlineTags[block];
    }

    /** Number of block-level elements; 0 is the body. */
    public int elements() {
        return elements;
    }

    /** The block-level element around; -1 for the body. */
    public int parent(int element) {
        return parent[element];
    }

    /** Number of the element's name in {@link Tags}. */
    public int tag(int element) {
        return tag[element];
    }

    /** Block-level elements around it. */
    public int depth(int element) {
        return depth[element];
    }

    /** First block inside the element. */
    public int firstBlock(int element) {
        return firstBlock[element];
    }

    /** Behind the last block inside the element. */
    public int endBlock(int element) {
        return endBlock[element];
    }

    /** What the element's names say, by {@link Vocabulary}. */
    public long categories(int element) {
        return categories[element];
    }

    /** Bits such as {@link #HIDDEN}. */
    public int flags(int element) {
        return flags[element];
    }

    /** Row and detail span of a table cell or the level of a list item, as packed by {@link ElementFlags}. */
    public int detail(int element) {
        return detail[element];
    }

    /** Programming language of a preformatted element; empty when unknown. */
    public String language(int element) {
        return languages.getOrDefault(element, "");
    }

    /** Number of stretches of text in an inline style, ordered by their end. */
    public int spans() {
        return spans;
    }

    /** Where the stretch starts in {@link #text}. */
    public int spanStart(int span) {
        return spanStart[span];
    }

    /** Behind the stretch's last character. */
    public int spanEnd(int span) {
        return spanEnd[span];
    }

    /** Number of the stretch's element in {@link Tags}. */
    public int spanTag(int span) {
        return spanTag[span];
    }

    /** A number that elements of the same name and classes share: what looks alike on the page. */
    public int look(int element) {
        return look[element];
    }

    /** Position of the first word of the element's names in {@link #token}. */
    public int firstToken(int element) {
        return firstToken[element];
    }

    /** Behind the last word of the element's names. */
    public int endToken(int element) {
        return element + 1 < elements ? firstToken[element + 1] : tokensTaken;
    }

    /** A word of an element's names, as a hash: of its classes, id, role, properties and kind. */
    public long token(int position) {
        return token[position];
    }

    /** Takes a word of the names of the element that comes next. */
    void addToken(long hash) {
        if (tokens == token.length) {
            token = Arrays.copyOf(token, tokens * 2);
        }
        token[tokens++] = hash;
    }

    /** Forgets the words since the last element. */
    void dropTokens() {
        tokens = tokensTaken;
    }

    int addElement(int parentElement, int tagCode, ElementNames names) {
        if (elements == parent.length) {
            growElements();
        }
        int element = elements++;
        parent[element] = parentElement;
        firstToken[element] = tokensTaken;
        tokensTaken = tokens;
        tag[element] = (byte) tagCode;
        depth[element] = (short) (parentElement < 0 ? 0 : depth[parentElement] + 1);
        firstBlock[element] = blocks;
        endBlock[element] = blocks;
        categories[element] = names.categories();
        flags[element] = names.flags();
        look[element] = names.look() * 31 + tagCode;
        detail[element] = 0;
        return element;
    }

    void detail(int element, int value) {
        detail[element] = value;
    }

    void language(int element, String name) {
        languages.put(element, name);
    }

    void closeElement(int element) {
        endBlock[element] = blocks;
    }

    private void growElements() {
        int size = elements * 2;
        parent = Arrays.copyOf(parent, size);
        firstToken = Arrays.copyOf(firstToken, size);
        tag = Arrays.copyOf(tag, size);
        depth = Arrays.copyOf(depth, size);
        firstBlock = Arrays.copyOf(firstBlock, size);
        endBlock = Arrays.copyOf(endBlock, size);
        categories = Arrays.copyOf(categories, size);
        flags = Arrays.copyOf(flags, size);
        look = Arrays.copyOf(look, size);
        detail = Arrays.copyOf(detail, size);
    }

    void addBlock(int ownerElement, int start, BlockCounts counts) {
        if (blocks == owner.length) {
            growBlocks();
        }
        int block = blocks++;
        owner[block] = ownerElement;
        textStart[block] = start;
        textEnd[block] = textLength;
        words[block] = counts.words;
        linkWords[block] = counts.linkWords;
        links[block] = counts.links;
        stops[block] = counts.stops;
        commas[block] = counts.commas;
        digitWords[block] = counts.digitWords;
        inlineCategories[block] = counts.inlineCategories;
        inlineTags[block] = counts.inlineTags;
    }

    private void growBlocks() {
        int size = blocks * 2;
        owner = Arrays.copyOf(owner, size);
        textStart = Arrays.copyOf(textStart, size);
        textEnd = Arrays.copyOf(textEnd, size);
        words = Arrays.copyOf(words, size);
        linkWords = Arrays.copyOf(linkWords, size);
        links = Arrays.copyOf(links, size);
        stops = Arrays.copyOf(stops, size);
        commas = Arrays.copyOf(commas, size);
        digitWords = Arrays.copyOf(digitWords, size);
        inlineCategories = Arrays.copyOf(inlineCategories, size);
        inlineTags = Arrays.copyOf(inlineTags, size);
    }

    void addSpan(int start, int end, int tagCode) {
        if (spans == spanStart.length) {
            spanStart = Arrays.copyOf(spanStart, spans * 2);
            spanEnd = Arrays.copyOf(spanEnd, spans * 2);
            spanTag = Arrays.copyOf(spanTag, spans * 2);
        }
        spanStart[spans] = start;
        spanEnd[spans] = end;
        spanTag[spans++] = (byte) tagCode;
    }

    /** Makes room for so many more characters; the returned array is {@link #text} from now on. */
    char[] reserve(int count) {
        if (textLength + count > text.length) {
            text = Arrays.copyOf(text, Math.max(textLength + count, text.length * 2));
        }
        return text;
    }

    void textLength(int length) {
        textLength = length;
    }
}
