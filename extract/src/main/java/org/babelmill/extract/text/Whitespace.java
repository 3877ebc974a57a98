package org.babelmill.extract.text;

/** White space as Unicode has it. */
public final class Whitespace {

    private Whitespace() {}

    /** The text with runs of white space as one space and none around it; invisible characters are left out. */
    public static String collapse(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte type = CharClass.of(c);
            if (type == CharClass.SPACE) {
                pending = true;
            } else if (type != CharClass.DROPPED) {
                if (pending && result.length() > 0) {
                    result.append(' ');
                }
                pending = false;
                result.append(c);
            }
        }
        return result.toString();
    }
}
