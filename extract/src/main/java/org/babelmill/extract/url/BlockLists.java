package org.babelmill.extract.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads block lists in the layout of the UT1 collection of the University of Toulouse: a folder a category, in it the
 * files {@code domains} and {@code urls}, plain or with {@code .gz}, one entry a line.
 */
final class BlockLists {

    private static final List<String> FILES = List.of("domains", "domains.gz", "urls", "urls.gz");
    private static final int BUFFER = 1 << 16;

    private BlockLists() {}

    /**
     * @param folder holds the categories
     * @param wanted names of categories; empty for all there are
     * @throws IOException when the folder or a wanted category does not exist, or a file cannot be read; the message
     *     names it
     */
    static BlockList read(Path folder, List<String> wanted) throws IOException {
        List<String> categories = wanted.isEmpty() ? all(folder) : wanted;
        BlockList.Builder builder = new BlockList.Builder(categories);
        for (int i = 0; i < categories.size(); i++) {
            Path category = folder.resolve(categories.get(i));
            if (!Files.isDirectory(category)) {
                throw new IOException("no folder of block lists: " + category);
            }
            for (String file : FILES) {
                read(category.resolve(file), i, builder);
            }
        }
        return builder.build();
    }

    private static List<String> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder of block lists: " + folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, int category, BlockList.Builder builder) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (InputStream in = open(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8), BUFFER)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                builder.add(line, category);
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    }
}
