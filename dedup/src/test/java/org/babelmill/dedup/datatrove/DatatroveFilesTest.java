package org.babelmill.dedup.datatrove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatatroveFilesTest {

    @Test
    void signaturesAreSortedAsUnsignedNumbersAndLittleEndian() throws IOException {
        BandSignatures signatures = new BandSignatures(2, 2);
        signatures.add(7, new long[] {-1, 2, 5, 5});
        signatures.add(300, new long[] {1, 2, 5, 5});
        signatures.add(9, new long[] {1, 2, 5, 4});

        assertThat(hex(signatures, 0))
                .isEqualTo("0100000000000000" + "0200000000000000" + "09000000"
                        + "0100000000000000" + "0200000000000000" + "2c010000"
                        + "ffffffffffffffff" + "0200000000000000" + "07000000");
        assertThat(hex(signatures, 1)).startsWith("0500000000000000" + "0400000000000000" + "09000000");
    }

    @Test
    void neighboursOfEqualSignatureAreAChainOverFiles() throws IOException {
        List<DocumentPair> pairs = new ArrayList<>();
        BandMerge.merge(
                List.of(reader(1, new int[] {4, 0}, new int[] {9, 2}), reader(0, new int[] {4, 8}, new int[] {4, 3})),
                pairs::add);

        assertThat(pairs).containsExactly(new DocumentPair(0, 3, 0, 8), new DocumentPair(0, 8, 1, 0));
    }

    @Test
    void setsAreUnitedBySizeAndTheFirstWinsATie() throws IOException {
        PairClusters clusters = new PairClusters();
        clusters.add(new DocumentPair(0, 1, 0, 2));
        clusters.add(new DocumentPair(1, 5, 0, 2));
        clusters.add(new DocumentPair(2, 0, 2, 1));

        assertThat(clusters.clusters()).isEqualTo(2);
        assertThat(clusters.removed()).isEqualTo(3);
        assertThat(clusters.files()).containsExactly(0, 1, 2);
        assertThat(removed(clusters, 0)).containsExactly(2);
        assertThat(removed(clusters, 1)).containsExactly(5);
        assertThat(removed(clusters, 2)).containsExactly(1);
        assertThat(sizes(clusters, 0)).isEqualTo(Map.of(1, 3, 2, 3));
        assertThat(sizes(clusters, 2)).isEqualTo(Map.of(0, 2, 1, 2));
    }

    @Test
    void whatIsInAnIndexAlwaysStays() throws IOException {
        PairClusters clusters = new PairClusters();
        clusters.add(new DocumentPair(0, 1, 0, 2));
        clusters.add(new DocumentPair(DocumentPair.INDEX, DocumentPair.INDEX, 0, 2));

        assertThat(removed(clusters, 0)).containsExactly(1, 2);
    }

    @Test
    void pairsSurviveAFile() throws IOException {
        DocumentPair pair = new DocumentPair(1, 2, DocumentPair.INDEX, 4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PairFiles.write(pair, out);

        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo("0100000002000000ffffffff04000000");
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(PairFiles.read(in)).contains(pair);
        assertThat(PairFiles.read(in)).isEmpty();
    }

    @Test
    void brokenFilesAreRefused() {
        assertThatThrownBy(() -> PairFiles.read(new ByteArrayInputStream(new byte[15])))
                .hasMessageContaining("ends inside a pair");
        assertThatThrownBy(() -> Removals.removed(new ByteArrayInputStream(new byte[5])))
                .hasMessageContaining("5 bytes");
        assertThatThrownBy(() -> new SignatureReader(new ByteArrayInputStream(new byte[67]), 3, 8).next())
                .hasMessageContaining("signature file 3 ends inside a record");
        byte[] unsorted = HexFormat.of().parseHex("0200000000000000" + "00000000" + "0100000000000000" + "00000000");
        SignatureReader reader = new SignatureReader(new ByteArrayInputStream(unsorted), 3, 1);
        assertThatThrownBy(() -> {
                    while (reader.next()) {
                        assertThat(reader.minima()).containsExactly(2);
                    }
                })
                .hasMessageContaining("not sorted");
    }

    private static SignatureReader reader(int file, int[]... records) throws IOException {
        BandSignatures signatures = new BandSignatures(1, 1);
        for (int[] record : records) {
            signatures.add(record[1], new long[] {record[0]});
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signatures.write(0, out);
        return new SignatureReader(new ByteArrayInputStream(out.toByteArray()), file, 1);
    }

    private static String hex(BandSignatures signatures, int band) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signatures.write(band, out);
        return HexFormat.of().formatHex(out.toByteArray());
    }

    private static Iterable<Integer> removed(PairClusters clusters, int file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clusters.writeRemoved(file, out);
        return Removals.removed(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Map<Integer, Integer> sizes(PairClusters clusters, int file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clusters.writeSizes(file, out);
        return Removals.sizes(new ByteArrayInputStream(out.toByteArray()));
    }
}
