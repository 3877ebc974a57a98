package org.babelmill.pipeline.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads the text files of a packed tar archive. */
public final class TarFiles {

    private TarFiles() {}

    /** The files whose names end so, by their bare names. */
    public static Map<String, String> read(Path archive, String suffix) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            return read(in.readAllBytes(), suffix);
        }
    }

    /** Blocks of 512 bytes: name at 0, size in octal at 124, kind at 156. */
    private static Map<String, String> read(byte[] tar, String suffix) {
        Map<String, String> files = new TreeMap<>();
        for (int at = 0; at + 512 <= tar.length && tar[at] != 0; ) {
            String name = text(tar, at, 100);
            int size = Integer.parseInt(text(tar, at + 124, 12).trim(), 8);
            if (tar[at + 156] == '0' && name.endsWith(suffix)) {
                files.put(
                        name.substring(name.lastIndexOf('/') + 1),
                        new String(tar, at + 512, size, StandardCharsets.UTF_8));
            }
            at += 512 + (size + 511) / 512 * 512;
        }
        return files;
    }

    private static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.US_ASCII);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
