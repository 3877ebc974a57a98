package org.babelmill.jobs.datatrove;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.babelmill.dedup.datatrove.DocumentPair;
import org.babelmill.dedup.datatrove.PairFiles;
import org.babelmill.dedup.datatrove.Removals;
import org.babelmill.dedup.datatrove.SignatureReader;

/** Holds our files of a collection against datatrove's, stage by stage. */
public final class DatatroveComparison {

    private final DatatroveFolder ours;
    private final DatatroveFolder theirs;
    private final int bands;
    private final int rows;

    /** A comparison of two folders with signatures of so many bands and rows. */
    public DatatroveComparison(DatatroveFolder ours, DatatroveFolder theirs, int bands, int rows) {
        this.ours = ours;
        this.theirs = theirs;
        this.bands = bands;
        this.rows = rows;
    }

    /**
     * How one kind of file compares.
     *
     * @param stage what is compared
     * @param ours records that we wrote
     * @param theirs records that they wrote
     * @param common records that are the same
     */
    public record Agreement(String stage, long ours, long theirs, long common) {

        /** Whether all records are the same. */
        public boolean isComplete() {
            return ours == common && theirs == common;
        }
    }

    /**
     * Compares the stages that the other folder has.
     *
     * @param files number of input files
     */
    public List<Agreement> compare(int files) throws IOException {
        List<Agreement> found = new ArrayList<>();
        if (theirs.hasStage("signatures")) {
            found.add(signatures(files));
        }
        if (theirs.hasStage("buckets")) {
            found.add(agreement("pairs (.dups)", pairs(ours), pairs(theirs)));
        }
        if (theirs.hasStage("remove_ids")) {
            found.add(agreement("removed (.remove)", removed(ours, files), removed(theirs, files)));
            found.add(agreement("cluster sizes (.sizes)", sizes(ours, files), sizes(theirs, files)));
        }
        return found;
    }

    private Agreement signatures(int files) throws IOException {
        long one = 0;
        long other = 0;
        long common = 0;
        for (int band = 0; band < bands; band++) {
            for (int file = 0; file < files; file++) {
                Path path = ours.signatures(band, file);
                Path counterpart = theirs.signatures(band, file);
                try (SignatureReader a = new SignatureReader(ours.read(path), file, rows);
                        SignatureReader b = new SignatureReader(theirs.read(counterpart), file, rows)) {
                    boolean hasA = a.next();
                    boolean hasB = b.next();
                    while (hasA || hasB) {
                        int order = !hasA ? 1 : !hasB ? -1 : order(a, b);
                        one += order <= 0 ? 1 : 0;
                        other += order >= 0 ? 1 : 0;
                        common += order == 0 ? 1 : 0;
                        hasA = order <= 0 ? a.next() : hasA;
                        hasB = order >= 0 ? b.next() : hasB;
                    }
                }
            }
        }
        return new Agreement("signatures (.sig)", one, other, common);
    }

    private static int order(SignatureReader a, SignatureReader b) {
        int order = Arrays.compareUnsigned(a.minima(), b.minima());
        return order != 0 ? order : Integer.compareUnsigned(a.document(), b.document());
    }

    private static <T> Agreement agreement(String stage, Set<T> ours, Set<T> theirs) {
        return new Agreement(
                stage,
                ours.size(),
                theirs.size(),
                ours.stream().filter(theirs::contains).count());
    }

    /** Pairs with the band they are of, which is the number that the file's name begins with. */
    private static Set<Map.Entry<String, DocumentPair>> pairs(DatatroveFolder folder) throws IOException {
        Set<Map.Entry<String, DocumentPair>> pairs = new HashSet<>();
        for (Path path : folder.pairs()) {
            String band = path.getName().substring(0, 5);
            try (InputStream in = folder.read(path)) {
                for (Optional<DocumentPair> pair = PairFiles.read(in); pair.isPresent(); pair = PairFiles.read(in)) {
                    pairs.add(Map.entry(band, pair.get()));
                }
            }
        }
        return pairs;
    }

    private static Set<Long> removed(DatatroveFolder folder, int files) throws IOException {
        Set<Long> removed = new HashSet<>();
        for (int file = 0; file < files; file++) {
            try (InputStream in = folder.read(folder.removed(file))) {
                for (int document : Removals.removed(in)) {
                    removed.add((long) file << 32 | (document & 0xFFFF_FFFFL));
                }
            }
        }
        return removed;
    }

    private static Set<Map.Entry<Long, Integer>> sizes(DatatroveFolder folder, int files) throws IOException {
        Map<Long, Integer> sizes = new HashMap<>();
        for (int file = 0; file < files; file++) {
            long first = (long) file << 32;
            try (InputStream in = folder.read(folder.sizes(file))) {
                Removals.sizes(in).forEach((document, size) -> sizes.put(first | (document & 0xFFFF_FFFFL), size));
            }
        }
        return sizes.entrySet();
    }
}
