package org.babelmill.bench.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractionOutcome;
import org.babelmill.extract.ExtractionResources;
import org.babelmill.extract.archive.ArchiveInput;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.charset.PageDecoder;
import org.babelmill.extract.tree.TreeCodec;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * Feeds damaged input to the three ways in (charset detection, archive records, pages) for some minutes. Anything thrown
 * is printed with the input in base 64 and makes the exit status 1. The inputs depend on the seed and the archive alone.
 *
 * <p>Arguments: minutes, seed, and optionally an archive whose pages are damaged beside those that are made up.
 */
public final class ExtractFuzz {

    private static final String[] CHARSETS = {"utf-8", "shift_jis", "gb2312", "utf-16", "iso-2022-jp", "big5", "x", ""};
    private static final int MAX_SHOWN = 20;

    private final FuzzedInput inputs;
    private final RunConfiguration configuration = ConfigurationLoader.bind(ConfigurationLoader.defaults());
    private final DocumentExtractor extractor;
    private final PageDecoder decoder = new PageDecoder();
    private final int[] tries = new int[3];
    private int documents;
    private int failures;
    private long slowest;

    private ExtractFuzz(FuzzedInput inputs) throws IOException {
        this.inputs = inputs;
        this.extractor = new DocumentExtractor(ExtractionResources.load(configuration));
    }

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        double minutes = Double.parseDouble(arguments[0]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[1]));
        List<byte[]> pages = arguments.length > 2 ? FuzzedInput.pages(Path.of(arguments[2])) : List.of();
        ExtractFuzz fuzz = new ExtractFuzz(new FuzzedInput(random, pages));
        long end = System.nanoTime() + (long) (minutes * 60e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            fuzz.attempt(i % 3, random);
        }
        System.out.printf(
                "%d charset detections, %d archives, %d pages; %d documents came out; slowest %d ms; %d failures%n",
                fuzz.tries[0], fuzz.tries[1], fuzz.tries[2], fuzz.documents, fuzz.slowest / 1_000_000, fuzz.failures);
        System.exit(fuzz.failures == 0 ? 0 : 1);
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // what is thrown is what this looks for
    private void attempt(int way, SplittableRandom random) {
        byte[] input = way == 1 ? inputs.archive() : inputs.page();
        tries[way]++;
        long start = System.nanoTime();
        try {
            switch (way) {
                case 0 -> decoder.decode(input, Optional.of(CHARSETS[random.nextInt(CHARSETS.length)]));
                case 1 -> read(input);
                default -> read(FuzzedInput.response("text/html; charset=" + CHARSETS[random.nextInt(8)], input));
            }
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
            failures++;
            if (failures <= MAX_SHOWN) {
                e.printStackTrace(System.out);
                System.out.println("way " + way + ": " + Base64.getEncoder().encodeToString(input));
            }
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
    }

    private void read(byte[] archive) throws IOException {
        List<ArchiveRecord> records = new ArrayList<>();
        try (ArchiveReader reader =
                ArchiveReader.open(new InMemory(archive), 0, archive.length, configuration.input())) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ArchiveRecord record) {
                    records.add(record);
                }
            }
        }
        for (ArchiveRecord record : records) {
            if (extractor.extract(record) instanceof ExtractionOutcome.Extracted extracted) {
                TreeCodec.decode(extracted.document().content().blocks());
                documents++;
            }
        }
    }

    private record InMemory(byte[] bytes) implements ArchiveInput {

        @Override
        public String name() {
            return "fuzz.warc";
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open(long offset) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
    }
}
