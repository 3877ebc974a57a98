package org.babelmill.extract.content;

import it.unimi.dsi.fastutil.ints.Int2BooleanMap;
import it.unimi.dsi.fastutil.ints.Int2BooleanOpenHashMap;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;

/** Tells tables of data from tables that only lay a page out: several rows and columns of short cells. */
final class DataTables {

    private static final int MAX_CELL_WORDS = 200;
    private static final int MAX_MEAN_WORDS = 40;

    private final PageOutline page;
    private final boolean[] chosen;
    private final Int2BooleanMap known = new Int2BooleanOpenHashMap();

    DataTables(PageOutline page, boolean[] chosen) {
        this.page = page;
        this.chosen = chosen;
    }

    boolean isData(int table) {
        if (!known.containsKey(table)) {
            known.put(table, measure(table));
        }
        return known.get(table);
    }

    private boolean measure(int table) {
        int rows = 0;
        int cells = 0;
        int widest = 0;
        int width = 0;
        int words = 0;
        int row = -1;
        int block = page.firstBlock(table);
        while (block < page.endBlock(table)) {
            int cell = chosen[block] ? cellOf(block, table) : -1;
            if (cell < 0) {
                block++;
                continue;
            }
            if (page.parent(cell) != row) {
                row = page.parent(cell);
                rows++;
                width = 0;
            }
            cells++;
            widest = Math.max(widest, ++width);
            int cellWords = words(block, page.endBlock(cell));
            if (cellWords > MAX_CELL_WORDS) {
                return false;
            }
            words += cellWords;
            block = page.endBlock(cell);
        }
        return rows >= 2 && widest >= 2 && words <= (long) cells * MAX_MEAN_WORDS;
    }

    private int words(int from, int to) {
        int words = 0;
        for (int block = from; block < to; block++) {
            words += chosen[block] ? page.words(block) : 0;
        }
        return words;
    }

    /** The cell that holds the block; -1 when it is none of the table's own: the table then holds another table. */
    private int cellOf(int block, int table) {
        int cell = -1;
        for (int e = page.owner(block); e > table; e = page.parent(e)) {
            if (Tags.isCell(page.tag(e))) {
                cell = e;
            }
        }
        return cell;
    }
}
