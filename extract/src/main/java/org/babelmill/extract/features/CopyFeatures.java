package org.babelmill.extract.features;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.text.CharClass;

/** How much of a block stands elsewhere on the page too, sentence by sentence: teasers, repeated menus, mobile copies. */
final class CopyFeatures {

    private static final int MIN_LETTERS = 12;
    private static final int MAX_KEPT = 1 << 11;
    private static final long PRIME = 0x100000001b3L;

    private final FeatureTable table;
    private final int copied;
    private final int copiedFromBefore;
    private final int sentences;

    private Long2IntOpenHashMap first = new Long2IntOpenHashMap();
    private int[] next = new int[0];
    private long[] hash = new long[64];
    private int[] letters = new int[64];
    private boolean[] again = new boolean[64];
    private int count;

    CopyFeatures(FeatureTable table) {
        this.table = table;
        copied = table.declare("copied-share");
        copiedFromBefore = table.declare("copied-from-before-share");
        sentences = table.declare("sentences");
    }

    void fill(PageFacts facts) {
        first = first.size() > MAX_KEPT ? new Long2IntOpenHashMap() : first;
        first.clear();
        first.defaultReturnValue(-1);
        next = next.length <= facts.blocks ? new int[facts.blocks * 2 + 1] : next;
        count = 0;
        for (int b = 0; b < facts.blocks; b++) {
            next[b] = count;
            sentences(facts.page, b);
        }
        next[facts.blocks] = count;
        for (int i = 0; i < count; i++) {
            int before = first.putIfAbsent(hash[i], i);
            if (before >= 0) {
                again[before] = true;
                again[i] = true;
            }
        }
        for (int b = 0; b < facts.blocks; b++) {
            set(b);
        }
    }

    private void set(int b) {
        double all = 0;
        double twice = 0;
        double late = 0;
        for (int i = next[b]; i < next[b + 1]; i++) {
            all += letters[i];
            twice += again[i] ? letters[i] : 0;
            late += again[i] && first.get(hash[i]) < next[b] ? letters[i] : 0;
        }
        table.set(copied, b, all == 0 ? 0 : twice / all);
        table.set(copiedFromBefore, b, all == 0 ? 0 : late / all);
        table.set(sentences, b, next[b + 1] - next[b]);
    }

    private void sentences(PageOutline page, int b) {
        char[] text = page.text();
        long value = 0;
        int length = 0;
        for (int i = page.textStart(b); i <= page.textEnd(b); i++) {
            byte type = i == page.textEnd(b) ? CharClass.STOP : CharClass.of(text[i]);
            if (type == CharClass.STOP) {
                if (length >= MIN_LETTERS) {
                    add(value, length);
                }
                value = 0;
                length = 0;
            } else if (type == CharClass.WORD || type == CharClass.DIGIT || type == CharClass.LONE) {
                value = (value ^ CharClass.lower(text[i])) * PRIME;
                length++;
            }
        }
    }

    private void add(long value, int length) {
        if (count == hash.length) {
            hash = Arrays.copyOf(hash, count * 2);
            letters = Arrays.copyOf(letters, count * 2);
            again = Arrays.copyOf(again, count * 2);
        }
        hash[count] = value;
        letters[count] = length;
        again[count++] = false;
    }
}
