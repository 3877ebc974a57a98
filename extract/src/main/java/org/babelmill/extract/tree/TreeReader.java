package org.babelmill.extract.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the uncompressed stored form. Every count is held against what is left, so that damaged bytes cost nothing. */
final class TreeReader {

    private static final int MAX_DEPTH = 200;

    private final byte[] bytes;
    private int at;
    private int depth;

    TreeReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int position() {
        return at;
    }

    DocumentTree tree() {
        return new DocumentTree(text(), blocks());
    }

    private List<Block> blocks() {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("stored tree is nested too deep");
        }
        List<Block> blocks = many(this::block);
        depth--;
        return blocks;
    }

    private Block block() {
        int type = number();
        return switch (type) {
            case TreeWriter.HEADING -> new Heading(number(), rich());
            case TreeWriter.PARAGRAPH -> new Paragraph(rich());
            case TreeWriter.LIST -> new ListBlock(number() == 1, many(() -> new ListBlock.Item(blocks())));
            case TreeWriter.TABLE -> new Table(many(() -> new Table.Row(many(this::cell))));
            case TreeWriter.CODE -> new Code(kind(), text(), text());
            case TreeWriter.QUOTE -> new Quote(blocks());
            case TreeWriter.CAPTION -> new Caption(rich());
            case TreeWriter.FORMULA -> new Formula(text());
            default -> throw new IllegalArgumentException("stored tree has a block of unknown type " + type);
        };
    }

    private Table.Cell cell() {
        return new Table.Cell(number() == 1, number(), number(), rich());
    }

    private RichText rich() {
        return new RichText(text(), many(() -> new Span(number(), number(), style())));
    }

    private Code.Kind kind() {
        int code = number();
        for (Code.Kind kind : Code.Kind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("stored tree has code of unknown kind " + code);
    }

    private Span.Style style() {
        int code = number();
        for (Span.Style style : Span.Style.values()) {
            if (style.code() == code) {
                return style;
            }
        }
        throw new IllegalArgumentException("stored tree has a span of unknown style " + code);
    }

    private <T> List<T> many(Supplier<T> one) {
        int count = number();
        check(count);
        List<T> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            result.add(one.get());
        }
        return result;
    }

    private String text() {
        int length = number();
        check(length);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private void check(int count) {
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("stored tree is damaged: " + count + " of " + (bytes.length - at));
        }
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            check(1);
            byte b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("stored tree has a number that is too long");
    }
}
