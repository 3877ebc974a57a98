package org.babelmill.extract.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive on the local disk. */
public final class LocalArchive implements ArchiveInput {

    private final String name;
    private final Path path;
    private final long length;

    private LocalArchive(String name, Path path, long length) {
        this.name = name;
        this.path = path;
        this.length = length;
    }

    /**
     * @param name logical name of the file
     * @throws IOException when there is no such file
     */
    public static LocalArchive of(String name, Path path) throws IOException {
        return new LocalArchive(requireNonNull(name, "name"), path, Files.size(path));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        FileChannel channel = FileChannel.open(path);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }
}
