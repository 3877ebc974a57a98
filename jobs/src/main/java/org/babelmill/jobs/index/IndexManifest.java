package org.babelmill.jobs.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * What an index holds; its file {@code index.json} is written last, so that an index is what its manifest says.
 *
 * @param partitions files of band records in each snapshot
 * @param settings all settings of duplicate detection; the same for every snapshot
 * @param snapshots in the order they were added
 * @param generation counts changes; names of folders bear it, so that a change never overwrites what is read
 */
record IndexManifest(int partitions, DedupSettings settings, List<Snapshot> snapshots, int generation) {

    IndexManifest {
        snapshots = List.copyOf(snapshots);
    }

    /**
     * A snapshot.
     *
     * @param name as the user calls it
     * @param folder below the index
     * @param firstOrdinal what is added to the ordinals of its files in document keys
     * @param files how many input files it was made of
     */
    record Snapshot(String name, String folder, int firstOrdinal, int files) {}

    /**
     * That of an index that exists.
     *
     * @param path its folder, as the user wrote it
     * @throws UserError when there is none
     */
    static IndexManifest existing(RunDirectory directory, String path) throws IOException {
        return directory
                .read(directory.path("index.json"), IndexManifest.class)
                .orElseThrow(() -> new UserError(path + ": has no index.json; babelmill index add makes an index"));
    }

    /** A snapshot by name. */
    Optional<Snapshot> find(String name) {
        return snapshots.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** A snapshot of so many files, not added yet. */
    Snapshot next(String name, int files) {
        if (find(name).isPresent()) {
            throw new UserError("--snapshot " + name + ": the index has one of this name; remove it first");
        }
        int first = snapshots.stream()
                .mapToInt(s -> s.firstOrdinal() + s.files())
                .max()
                .orElse(0);
        if ((long) first + files > InputFile.MAX_FILES) {
            throw new UserError("--snapshot " + name + ": an index holds " + InputFile.MAX_FILES
                    + " input files; merge small files before");
        }
        return new Snapshot(name, folder(name), first, files);
    }

    private String folder(String name) {
        return String.format(Locale.ROOT, "snapshots/%06d-", generation + 1) + name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** With one more snapshot. */
    IndexManifest with(Snapshot snapshot) {
        List<Snapshot> more = new ArrayList<>(snapshots);
        more.add(snapshot);
        return new IndexManifest(partitions, settings, more, generation + 1);
    }

    /** Without a snapshot. */
    IndexManifest without(Snapshot snapshot) {
        List<Snapshot> fewer = new ArrayList<>(snapshots);
        fewer.remove(snapshot);
        return new IndexManifest(partitions, settings, fewer, generation + 1);
    }

    /** The same snapshot in a folder of the next generation. */
    Snapshot moved(Snapshot snapshot) {
        return new Snapshot(snapshot.name(), folder(snapshot.name()), snapshot.firstOrdinal(), snapshot.files());
    }

    /** With other snapshots, in their order. */
    IndexManifest with(List<Snapshot> others) {
        return new IndexManifest(partitions, settings, others, generation + 1);
    }

    /** Folder of the clusters of this generation. */
    String clusters() {
        return String.format(Locale.ROOT, "clusters/%06d", generation);
    }
}
