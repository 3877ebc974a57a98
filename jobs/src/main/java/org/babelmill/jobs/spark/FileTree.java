package org.babelmill.jobs.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * All files below a folder, on any storage.
 *
 * @param fs the storage
 * @param root the folder
 */
public record FileTree(FileSystem fs, Path root) {

    /**
     * The files in the folder and in all folders below it, in no order.
     *
     * @throws FileNotFoundException when the folder does not exist
     */
    public List<FileStatus> files() throws IOException {
        return fs.getUri().getScheme().equals("file") ? walked() : listed();
    }

    /** One listing of everything: on object stores folders cost nothing. */
    private List<FileStatus> listed() throws IOException {
        List<FileStatus> files = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = fs.listFiles(root, true);
        while (all.hasNext()) {
            files.add(all.next());
        }
        return files;
    }

    /** Folder by folder: on a local disk the listing of everything starts a process for each file, to ask for its mode. */
    private List<FileStatus> walked() throws IOException {
        List<FileStatus> files = new ArrayList<>();
        Deque<Path> folders = new ArrayDeque<>(List.of(root));
        while (!folders.isEmpty()) {
            for (FileStatus status : fs.listStatus(folders.pop())) {
                if (status.isDirectory()) {
                    folders.push(status.getPath());
                } else {
                    files.add(status);
                }
            }
        }
        return files;
    }
}
