package org.babelmill.quality.signal;

/** Signals that are measured together, in the order in which they are measured. */
public enum SignalFamily {
    /** Lines and paragraphs: repeats, end marks, lengths. */
    LINES,
    /** Kinds of characters, scripts. */
    CHARACTERS,
    /** Code, templates, markup, addresses, ellipses. */
    SMELLS,
    /** Words: lengths, stop words, word lists, entropy. */
    WORDS,
    /** Frequent and repeated n-grams. */
    REPETITION,
    /** C4's line rules, sentences, notices. */
    NOTICES,
    /** Size and compressibility. */
    COMPRESSION,
    /** HPLT's document scores; rest on all families before. */
    SCORES,
    /** What rests on address and classifier. */
    SUPPLIED
}
