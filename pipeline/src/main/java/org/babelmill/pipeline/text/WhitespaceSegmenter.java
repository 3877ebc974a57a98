package org.babelmill.pipeline.text;

/** Tokens are what stands between white space. For comparison with systems that count words so. Belongs to one thread. */
final class WhitespaceSegmenter implements WordSegmenter {

    private static final byte[] INSIDE =
            UnitRuns.table(unit -> (CharacterClasses.of(unit) & CharacterClasses.SPACE) == 0);

    private final UnitRuns runs = new UnitRuns(INSIDE);

    @Override
    public void segment(char[] text, int length, Spans into) {
        runs.reset(text, length);
        for (int at = runs.next(0); at < length; ) {
            int end = runs.end(at);
            into.add(at, end);
            at = runs.next(end);
        }
    }
}
