package org.babelmill.dedup.datatrove;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Merges all signature files of one band, and makes a pair of every two neighbours with equal minima. */
public final class BandMerge {

    private static final Comparator<SignatureReader> ORDER = Comparator.comparing(
                    SignatureReader::minima, Arrays::compareUnsigned)
            .thenComparing(SignatureReader::file, Integer::compareUnsigned)
            .thenComparing(SignatureReader::document, Integer::compareUnsigned);

    private BandMerge() {}

    /**
     * Merges.
     *
     * @param files of one band, each at its beginning; left at their ends, not closed
     * @param pairs takes the pairs in the order of the minima, then of file and document
     */
    public static void merge(List<SignatureReader> files, Consumer<DocumentPair> pairs) throws IOException {
        PriorityQueue<SignatureReader> queue = new PriorityQueue<>(ORDER);
        for (SignatureReader file : files) {
            if (file.next()) {
                queue.add(file);
            }
        }
        long[] last = {};
        int lastFile = 0;
        int lastDocument = 0;
        while (!queue.isEmpty()) {
            SignatureReader file = queue.poll();
            if (Arrays.equals(last, file.minima())) {
                pairs.accept(new DocumentPair(lastFile, lastDocument, file.file(), file.document()));
            }
            last = file.minima().clone();
            lastFile = file.file();
            lastDocument = file.document();
            if (file.next()) {
                queue.add(file);
            }
        }
    }
}
