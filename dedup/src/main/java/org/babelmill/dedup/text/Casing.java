package org.babelmill.dedup.text;

/** The two properties of characters that decide which lower case a capital sigma has (Unicode, section 3.13). */
final class Casing {

    /** The characters whose Word_Break property is MidLetter, MidNumLet or Single_Quote. */
    private static final String MIDDLE =
            "':.\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private Casing() {}

    /** The property Cased: upper, lower or title case, {@code Other_Uppercase} and {@code Other_Lowercase} included. */
    static boolean isCased(int codePoint) {
        return Character.isUpperCase(codePoint) || Character.isLowerCase(codePoint) || Character.isTitleCase(codePoint);
    }

    /** The property Case_Ignorable. */
    static boolean isIgnorable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> MIDDLE.indexOf(codePoint) >= 0;
        };
    }
}
