package org.babelmill.langid.fasttext;

/** How text is prepared for a model: as it was for the model's training. */
public enum TextForm {
    /** As it is; GlotLID and lid.176. */
    RAW,
    /** Lower-case letters, marks and spaces alone, without digits; OpenLID. */
    LETTERS
}
