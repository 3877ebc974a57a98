package org.babelmill.langid.script;

import com.ibm.icu.text.Transliterator;

/**
 * Simplified or traditional Chinese characters, by those that only one of the two has: ICU's conversion changes them in
 * one direction and leaves them alone in the other.
 */
public final class HanVariant {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final byte BOTH = 0;
    private static final byte SIMPLIFIED = 1;
    private static final byte TRADITIONAL = 2;

    /** Characters of both ways of writing, which conversion takes for the simplified form of another one. */
    private static final String SHARED =
            "后里干面台制系松只谷范余游斗丑姜叶胡向了借克冬卷吁合同回夸奸家并幸征志愿折划" + "旋曲朱术板杰极柜沈注涂淀灶熏甚症秋秘穗签累纤致舍苏芸药蔑蔑表谥赞适郁酸针钟长云佣";

    private static final byte[] SIDES = sides();

    private HanVariant() {}

    /**
     * The script of Chinese text.
     *
     * @return {@code Hans} or {@code Hant}; {@code Hani} where no character decides, or as many speak for either
     */
    public static String of(char[] text, int from, int to) {
        int balance = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= FIRST && c <= LAST) {
                byte side = SIDES[c - FIRST];
                balance += side == SIMPLIFIED ? 1 : side == TRADITIONAL ? -1 : 0;
            }
        }
        return balance > 0 ? "Hans" : balance < 0 ? "Hant" : "Hani";
    }

    private static byte[] sides() {
        String[] simplified = converted("Traditional-Simplified");
        String[] traditional = converted("Simplified-Traditional");
        byte[] sides = new byte[LAST - FIRST + 1];
        for (int i = 0; i < sides.length; i++) {
            String c = String.valueOf((char) (FIRST + i));
            boolean simplifies = !simplified[i].equals(c);
            boolean traditionalises = !traditional[i].equals(c) && !SHARED.contains(c);
            sides[i] = simplifies == traditionalises ? BOTH : simplifies ? TRADITIONAL : SIMPLIFIED;
        }
        return sides;
    }

    /** All characters, each converted by itself. */
    private static String[] converted(String transform) {
        StringBuilder lines = new StringBuilder();
        for (char c = FIRST; c <= LAST; c++) {
            lines.append(c).append('\n');
        }
        return Transliterator.getInstance(transform)
                .transliterate(lines.toString())
                .split("\n");
    }
}
