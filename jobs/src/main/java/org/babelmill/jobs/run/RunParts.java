package org.babelmill.jobs.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;

/**
 * The files of a finished run's tables, put together by the split they were written for. Needs no input and no records:
 * the folder is enough.
 *
 * @param parts one for each split, in order
 */
public record RunParts(List<Part> parts) {

    public RunParts {
        parts = List.copyOf(parts);
    }

    /**
     * The files of one split.
     *
     * @param index position of the split
     * @param files path of the file by table
     */
    public record Part(int index, TreeMap<String, String> files) implements Serializable {

        /** The file of a table. */
        public Path file(String table) {
            return new Path(files.get(table));
        }
    }

    /**
     * Lists the tables that finished stages left.
     *
     * @param tables tables that must be there, such as {@code signals} and {@code decisions}
     * @throws UserError when one is missing or holds other splits than the first
     */
    public static RunParts of(RunDirectory directory, List<String> tables) throws IOException {
        Map<Integer, TreeMap<String, String>> found = new TreeMap<>();
        for (String table : tables) {
            if (!directory.storage().exists(new Path(directory.path(table), "_SUCCESS"))) {
                throw new UserError(directory.root() + ": the table " + table
                        + " is not finished; give babelmill run the same command again");
            }
            for (FileStatus file : directory.storage().files(directory.path(table))) {
                String name = file.getPath().getName();
                if (name.endsWith(".parquet")) {
                    found.computeIfAbsent(index(name), i -> new TreeMap<>())
                            .put(table, file.getPath().toString());
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        found.forEach((index, files) -> parts.add(new Part(index, files)));
        check(directory, parts, tables.size());
        return new RunParts(parts);
    }

    private static void check(RunDirectory directory, List<Part> parts, int tables) {
        for (Part part : parts) {
            if (part.files().size() < tables) {
                throw new UserError(directory.root() + ": split " + part.index() + " has files only in "
                        + String.join(", ", part.files().keySet()) + "; the run is damaged");
            }
        }
    }

    private static int index(String name) {
        String[] pieces = name.split("-", 3);
        return Integer.parseInt(pieces[1]);
    }
}
