package org.babelmill.jobs.datatrove;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.babelmill.dedup.datatrove.BandMerge;
import org.babelmill.dedup.datatrove.BandSignatures;
import org.babelmill.dedup.datatrove.DocumentPair;
import org.babelmill.dedup.datatrove.PairClusters;
import org.babelmill.dedup.datatrove.PairFiles;
import org.babelmill.dedup.datatrove.SignatureReader;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * Does datatrove's four stages in one process and writes what they write. For comparisons, not for corpora: holds the
 * signatures of a file, 8 bytes for each minimum, and then the pairs' documents.
 */
public final class DatatroveExport {

    private final DatatroveFolder folder;
    private final DedupSettings settings;
    private final long maxLength;

    /**
     * An export.
     *
     * @param folder where to; files there are replaced
     * @param maxLength longest line that is read
     */
    public DatatroveExport(DatatroveFolder folder, DedupSettings settings, long maxLength) {
        this.folder = folder;
        this.settings = settings;
        this.maxLength = maxLength;
    }

    /**
     * What was written.
     *
     * @param documents documents with a signature
     * @param removed documents that would be removed
     * @param clusters clusters
     */
    public record Totals(long documents, long removed, long clusters) {}

    /** Signs the files, numbered in this order, and writes signatures, pairs, removals and sizes. */
    public Totals write(List<InputFile> files) throws IOException {
        long documents = 0;
        for (int file = 0; file < files.size(); file++) {
            documents += sign(files.get(file), file);
        }
        PairClusters clusters = new PairClusters();
        for (int band = 0; band < settings.bands(); band++) {
            merge(band, files.size(), clusters);
        }
        SortedSet<Integer> touched = clusters.files();
        for (int file : touched) {
            try (OutputStream removed = folder.write(folder.removed(file));
                    OutputStream sizes = folder.write(folder.sizes(file))) {
                clusters.writeRemoved(file, removed);
                clusters.writeSizes(file, sizes);
            }
        }
        return new Totals(documents, clusters.removed(), clusters.clusters());
    }

    private long sign(InputFile input, int file) throws IOException {
        Signer signer = SignatureScheme.of(settings).newSigner();
        BandSignatures signatures = new BandSignatures(settings.bands(), settings.rows());
        int place = 0;
        try (TextReader reader = TextReader.open(new Range(input, 0, input.length()), maxLength, folder.hadoop())) {
            for (TextItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof TextItem.Document document) {
                    Optional<long[]> minima = signer.minima(document.text());
                    if (minima.isPresent()) {
                        signatures.add(place, minima.get());
                    }
                    place++;
                }
            }
        }
        for (int band = 0; band < settings.bands(); band++) {
            try (OutputStream out = folder.write(folder.signatures(band, file))) {
                signatures.write(band, out);
            }
        }
        return signatures.size();
    }

    private void merge(int band, int files, PairClusters clusters) throws IOException {
        List<SignatureReader> readers = new ArrayList<>();
        try (OutputStream out = folder.write(folder.pairs(band))) {
            for (int file : IntStream.range(0, files).toArray()) {
                readers.add(new SignatureReader(folder.read(folder.signatures(band, file)), file, settings.rows()));
            }
            BandMerge.merge(readers, pair -> {
                clusters.add(pair);
                write(pair, out);
            });
        } finally {
            for (SignatureReader reader : readers) {
                reader.close();
            }
        }
    }

    private static void write(DocumentPair pair, OutputStream out) {
        try {
            PairFiles.write(pair, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
