package org.babelmill.langid.fasttext;

import java.io.IOException;

/**
 * What a model file begins with, as far as prediction needs it.
 *
 * @param dimension length of vectors
 * @param wordNgrams longest sequences of words that are features; 1 for single words only
 * @param loss how the output layer is read
 * @param buckets number of rows for character and word n-grams
 * @param minChars shortest character n-grams
 * @param maxChars longest character n-grams, 0 for none
 */
record Header(int dimension, int wordNgrams, Loss loss, int buckets, int minChars, int maxChars) {

    private static final int MAGIC = 793712314;
    private static final int OLDEST = 11;
    private static final int NEWEST = 12;
    private static final int SUPERVISED = 3;
    private static final int MAX_DIMENSION = 1 << 16;
    private static final int MAX_ORDER = 1024;

    /** The loss functions that fastText trains with; they decide what the output layer means. */
    enum Loss {
        /** A tree of binary decisions. */
        HIERARCHICAL_SOFTMAX,
        /** Trained by sampling: each label by itself. */
        NEGATIVE_SAMPLING,
        /** Probabilities that sum to one. */
        SOFTMAX,
        /** Each label by itself. */
        ONE_VS_ALL
    }

    static Header read(FileInput in) throws IOException {
        if (in.left() < 4 || in.int32() != MAGIC) {
            throw in.problem("not a fastText model (it does not begin with the number " + MAGIC + ")");
        }
        int version = (int) in.within("model version", in.int32(), OLDEST, NEWEST);
        int dimension = (int) in.within("dimension", in.int32(), 1, MAX_DIMENSION);
        skip(in, 4);
        int wordNgrams = (int) in.within("word n-grams", in.int32(), 0, MAX_ORDER);
        Loss loss = Loss.values()[(int) in.within("loss", in.int32(), 1, Loss.values().length) - 1];
        int model = in.int32();
        if (model != SUPERVISED) {
            throw in.problem("the model gives word vectors (kind " + model + "), not labels (kind " + SUPERVISED + ")");
        }
        int buckets = (int) in.within("buckets", in.int32(), 0, Integer.MAX_VALUE);
        int minChars = (int) in.within("shortest n-gram", in.int32(), 0, MAX_ORDER);
        int maxChars = (int) in.within("longest n-gram", in.int32(), 0, MAX_ORDER);
        skip(in, 1);
        in.float64();
        if (version == OLDEST) {
            // Files of that version name a longest n-gram, but their supervised models had no n-grams.
            maxChars = 0;
        }
        if (buckets == 0 && (maxChars > 0 || wordNgrams > 1)) {
            throw in.problem("a model with n-grams needs buckets");
        }
        return new Header(dimension, wordNgrams, loss, buckets, minChars, maxChars);
    }

    private static void skip(FileInput in, int numbers) throws IOException {
        for (int i = 0; i < numbers; i++) {
            in.int32();
        }
    }
}
