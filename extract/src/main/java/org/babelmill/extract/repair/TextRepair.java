package org.babelmill.extract.repair;

/**
 * Mends three kinds of damage, each only where the result is hardly doubtful:
 *
 * <ul>
 *   <li>UTF-8 that was read as windows-1252 or ISO-8859-1 and written again: {@code CafÃ©}, {@code itâ€™s},
 *       {@code Ð¿Ñ€Ð¸}. See {@link Mojibake}.
 *   <li>Bytes of windows-1252 that were read as ISO-8859-1, and so became C1 controls.
 *   <li>Character references such as {@code nbsp} that were escaped twice and stand in the text with their ampersand. See
 *       {@link References}.
 * </ul>
 *
 * <p>Repairing repaired text changes nothing more. Stateless and safe to share; text without damage costs one pass over
 * its characters.
 */
public final class TextRepair {

    /** What a place may be damaged by is looked for this often; text may be damaged several times over. */
    private static final int MAX_ROUNDS = 3;

    private TextRepair() {}

    /** The text with its damage mended. */
    public static Repaired repair(String text) {
        Repaired result = new Repaired(text, 0);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Repaired next = once(result);
            if (next.places() == result.places()) {
                return result;
            }
            result = next;
        }
        return result;
    }

    private static Repaired once(Repaired before) {
        String text = before.text();
        boolean references = text.indexOf('&') >= 0;
        boolean bytes = Mojibake.isSuspicious(text);
        if (!references && !bytes) {
            return before;
        }
        Repaired decoded = bytes ? Mojibake.repair(text) : new Repaired(text, 0);
        Repaired resolved = references ? References.resolve(decoded.text()) : new Repaired(decoded.text(), 0);
        return new Repaired(resolved.text(), before.places() + decoded.places() + resolved.places());
    }
}
