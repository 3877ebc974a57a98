package org.babelmill.quality.reference;

import java.util.Locale;

/**
 * Takes the text out of wikitext well enough for counting words: templates, tables, references, comments, files and
 * categories go; links and formatting leave their words; headings, which are no sentences, go. Linear: looking for the
 * end of a link is bounded by a budget over the whole article, after which brackets are merely dropped. Not thread-safe.
 */
final class WikitextStripper {

    private static final int LONGEST_LINK = 2000;
    private static final int LONGEST_TAG = 500;
    private static final int BUDGET = 4;

    private long budget;

    /** The article's text, with one line a paragraph or list item. */
    String strip(String wikitext) {
        budget = (long) BUDGET * wikitext.length();
        return tidy(inline(withoutBlocks(wikitext)));
    }

    /** Without comments, templates and tables, which nest. */
    private static String withoutBlocks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (text.startsWith("{{", at) || text.startsWith("{|", at)) {
                depth++;
                at++;
            } else if (depth > 0 && (text.startsWith("}}", at) || text.startsWith("|}", at))) {
                depth--;
                at++;
            } else if (depth == 0) {
                out.append(text.charAt(at));
            }
        }
        return out.toString();
    }

    private String inline(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == '[') {
                at = bracket(text, at, out);
            } else if (c == '<') {
                at = tag(text, at);
            } else if (c == '\'' && text.startsWith("''", at)) {
                while (at < text.length() && text.charAt(at) == '\'') {
                    at++;
                }
            } else if (c == '&') {
                at = reference(text, at, out);
            } else {
                out.append(c == ']' ? ' ' : c);
                at++;
            }
        }
        return out.toString();
    }

    private int bracket(String text, int at, StringBuilder out) {
        if (text.startsWith("[[", at)) {
            int end = linkEnd(text, at);
            if (end < 0) {
                return at + 2;
            }
            link(text.substring(at + 2, end), out);
            return end + 2;
        }
        int space = at + 1;
        while (space < text.length() && " ]\n".indexOf(text.charAt(space)) < 0) {
            space++;
        }
        boolean external = text.startsWith("http", at + 1) || text.startsWith("//", at + 1);
        return external ? space : at + 1;
    }

    private int linkEnd(String text, int start) {
        int depth = 0;
        int limit = Math.min(text.length() - 1, start + LONGEST_LINK);
        for (int at = start; at < limit && budget > 0; at++, budget--) {
            if (text.charAt(at) == '[' && text.charAt(at + 1) == '[') {
                depth++;
                at++;
            } else if (text.charAt(at) == ']' && text.charAt(at + 1) == ']') {
                if (--depth == 0) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    /** The label of a link to an article; nothing of one to a file, category or other language. */
    private static void link(String inside, StringBuilder out) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        int colon = target.indexOf(':');
        if (colon > 0 && colon + 1 < target.length() && target.charAt(colon + 1) != ' ') {
            return;
        }
        out.append(inside, inside.lastIndexOf('|') + 1, inside.length());
    }

    /** Skips a tag; for references and the like everything up to their end. */
    private static int tag(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST_TAG);
        int end = at + 1;
        while (end < limit && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        if (end == limit || text.charAt(end) == '<') {
            return at + 1;
        }
        String name = name(text, at + 1, end);
        if (text.charAt(end - 1) != '/' && isSkipped(name)) {
            int close = text.indexOf("</" + name, end);
            int after = close < 0 ? -1 : text.indexOf('>', close);
            return after < 0 ? text.length() : after + 1;
        }
        return end + 1;
    }

    private static String name(String text, int from, int to) {
        int end = from;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isSkipped(String name) {
        return switch (name) {
            case "ref", "math", "gallery", "timeline", "syntaxhighlight", "source", "code", "score", "imagemap" -> true;
            default -> false;
        };
    }

    private static int reference(String text, int at, StringBuilder out) {
        String[] names = {
            "&nbsp;", " ", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&ndash;", "–", "&mdash;", "—"
        };
        for (int i = 0; i < names.length; i += 2) {
            if (text.startsWith(names[i], at)) {
                out.append(names[i + 1]);
                return at + names[i].length();
            }
        }
        out.append('&');
        return at + 1;
    }

    /** Without headings, list marks, magic words and blank lines. */
    private static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.lines().forEach(line -> {
            int start = 0;
            while (start < line.length() && "*#:; ".indexOf(line.charAt(start)) >= 0) {
                start++;
            }
            String rest = line.substring(start).strip();
            if (!rest.isEmpty() && !rest.startsWith("=") && !rest.startsWith("__") && !rest.startsWith("|")) {
                out.append(out.isEmpty() ? "" : "\n").append(rest);
            }
        });
        return out.toString();
    }
}
