package org.babelmill.langid.ngram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.babelmill.langid.ModelFormatException;

/** Reads a pack (see {@link PackFormat}) whole into memory, and trusts nothing in it. */
public final class PackReader {

    private final CountedInput in;

    private PackReader(CountedInput in) {
        this.in = in;
    }

    /**
     * Reads a pack.
     *
     * @param name what to call the source in messages
     * @param stream read to the end of the pack, not closed
     * @throws ModelFormatException when the content is not a sound pack; says at which byte
     */
    public static NgramPack read(String name, InputStream stream) throws IOException {
        return new PackReader(new CountedInput(name, stream)).read();
    }

    /** Reads a pack from a file. */
    public static NgramPack read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), stream);
        }
    }

    private NgramPack read() throws IOException {
        if (!Arrays.equals(in.bytes(PackFormat.MAGIC.length), PackFormat.MAGIC)) {
            throw in.problem("not an n-gram pack (it does not begin with BMNGRAM)");
        }
        int version = in.int32();
        if (version != PackFormat.VERSION) {
            throw in.problem("pack version " + version + ", this program reads " + PackFormat.VERSION);
        }
        PackMetadata metadata = metadata();
        int bits = (int) in.within("bits", in.int32(), PackFormat.MIN_BITS, PackFormat.MAX_BITS);
        long keys = in.within("number of keys", in.int64(), 0, (1L << bits) * PackFormat.MAX_LOAD / 100);
        long postings = in.within(
                "number of postings",
                in.int64(),
                keys,
                keys * metadata.languages().size());
        PackTable table = new PackTable(bits, metadata.languages().size());
        byte[] counts = in.bytes(1 << bits);
        byte[] checks = in.bytes(Math.toIntExact(keys * 3));
        long read = fill(table, counts, checks);
        in.within("postings read", read, postings, postings);
        in.checksum();
        return new NgramPack(metadata, bits, table.slots(), table.postings());
    }

    private PackMetadata metadata() throws IOException {
        int length = (int) in.within("length of the metadata", in.int32(), 2, PackFormat.MAX_METADATA);
        byte[] json = in.bytes(length);
        try {
            return PackJson.read(json);
        } catch (JsonProcessingException e) {
            throw in.problem("metadata cannot be read: " + e.getOriginalMessage());
        }
    }

    private long fill(PackTable table, byte[] counts, byte[] checks) throws IOException {
        long postings = 0;
        int key = 0;
        int keys = checks.length / 3;
        for (int home = 0; home < counts.length; home++) {
            for (int n = counts[home] & 0xFF; n > 0; n--, key++) {
                if (key == keys) {
                    throw in.problem("the table of home slots counts more than the " + keys + " keys");
                }
                int at = key * 3;
                int check = ((checks[at] & 0xFF) << 16) | ((checks[at + 1] & 0xFF) << 8) | (checks[at + 2] & 0xFF);
                postings += feature(table, home, check);
            }
        }
        in.within("keys counted by home slot", key, keys, keys);
        return postings;
    }

    private int feature(PackTable table, int home, int check) throws IOException {
        int languages = table.languages();
        int count = 1 + (int) in.within("number of postings", in.varint(), 0, languages - 1);
        table.begin(count);
        int language = -1;
        for (int i = 0; i < count; i++) {
            language += 1 + (int) in.within("language number", in.varint(), 0, languages - 2L - language);
            table.posting(language, in.int8());
        }
        table.end(home, check);
        return count;
    }
}
