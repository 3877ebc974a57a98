package org.babelmill.pipeline.text;

/** Tokens are what stands between white space. For comparison with systems that count words so. */
final class WhitespaceSegmenter implements WordSegmenter {

    @Override
    public void segment(char[] text, int length, Spans into) {
        int start = -1;
        for (int at = 0; at < length; at++) {
            boolean space = (CharacterClasses.of(text[at]) & CharacterClasses.SPACE) != 0;
            if (space && start >= 0) {
                into.add(start, at);
                start = -1;
            } else if (!space && start < 0) {
                start = at;
            }
        }
        if (start >= 0) {
            into.add(start, length);
        }
    }
}
