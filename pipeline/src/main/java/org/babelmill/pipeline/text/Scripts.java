package org.babelmill.pipeline.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * The Unicode script of a character, by table look-up. A script is an {@code int}: ICU's {@link UScript} code, below
 * {@link #COUNT}. Immutable and safe to share.
 */
public final class Scripts {

    /** Above every script code; they fit a byte (Unicode 17 ends at 211). */
    public static final int COUNT = 256;

    private static final int BMP = 0x10000;
    private static final byte[] TABLE = new byte[BMP];
    private static final boolean[] UNSPACED = new boolean[COUNT];
    private static final String[] NAMES = new String[COUNT];

    static {
        for (int c = 0; c < BMP; c++) {
            TABLE[c] = (byte) UScript.getScript(c);
        }
        for (int script = 0; script <= UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT); script++) {
            NAMES[script] = UScript.getShortName(script);
        }
        for (int script : new int[] {
            UScript.HAN,
            UScript.HIRAGANA,
            UScript.KATAKANA,
            UScript.BOPOMOFO,
            UScript.THAI,
            UScript.LAO,
            UScript.KHMER,
            UScript.MYANMAR,
            UScript.TIBETAN,
            UScript.YI
        }) {
            UNSPACED[script] = true;
        }
    }

    private Scripts() {}

    /** The script of a code point; {@link UScript#COMMON} and {@link UScript#INHERITED} for those without one. */
    public static int of(int codePoint) {
        return codePoint < BMP ? TABLE[codePoint] & 0xFF : UScript.getScript(codePoint);
    }

    /** Whether words of this script are written without spaces between them, so that words cannot be counted by spaces. */
    public static boolean isUnspaced(int script) {
        return UNSPACED[script];
    }

    /** The ISO 15924 code of a script, such as {@code Latn}. */
    public static String iso(int script) {
        return NAMES[script];
    }
}
