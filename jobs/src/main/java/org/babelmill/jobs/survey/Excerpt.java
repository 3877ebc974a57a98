package org.babelmill.jobs.survey;

import java.io.Serializable;

/**
 * The beginning of a document. Everything in it but the id is text of the web.
 *
 * @param id document id
 * @param url its address, empty when unknown
 * @param title its title, empty without
 * @param language its label
 * @param text the first characters of its text
 */
public record Excerpt(String id, String url, String title, String language, String text) implements Serializable {

    /** The start of a text: at most so many UTF-16 units, never half a character, with a mark where it was cut. */
    public static String start(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units;
        return text.substring(0, end) + "…";
    }
}
