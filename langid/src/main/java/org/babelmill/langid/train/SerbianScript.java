package org.babelmill.langid.train;

/** Serbian is written in two alphabets with a one-to-one rule from Cyrillic to Latin. */
final class SerbianScript {

    private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final String[] LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(" ");

    private SerbianScript() {}

    /** Lower-case Cyrillic letters to Latin; other characters stay. */
    static String toLatin(String text) {
        StringBuilder latin = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            int at = CYRILLIC.indexOf(text.charAt(i));
            if (at < 0) {
                latin.append(text.charAt(i));
            } else {
                latin.append(LATIN[at]);
            }
        }
        return latin.toString();
    }
}
