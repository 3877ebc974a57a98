package org.babelmill.extract.content;

/** Small cuts of preformatted text. */
final class Lines {

    private Lines() {}

    /** The text without empty lines at its start and white space at its end. */
    static String withoutEmptyEnds(CharSequence text) {
        String stripped = text.toString().stripTrailing();
        int start = 0;
        for (int i = 0; i < stripped.length() && Character.isWhitespace(stripped.charAt(i)); i++) {
            if (stripped.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return stripped.substring(start);
    }
}
