package org.babelmill.jobs.input;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.spark.FileTree;

/**
 * Turns what a user names into files: a file, a folder (searched through), a glob, or a list of paths
 * ({@code *.paths}, {@code *.paths.gz}), or a plan of {@code babelmill plan} ({@code *.plan}), on any storage Hadoop knows. Fails with a {@link UserError} before any work
 * when a path is missing, unreadable, or matches nothing.
 */
public final class InputLister {

    private static final int LOOKUPS = 32;

    private final Configuration hadoop;
    private final Optional<String> root;
    private final Set<InputKind> wanted;

    /**
     * A lister.
     *
     * @param hadoop storage settings
     * @param root where relative lines of path lists start; the list's own folder when empty
     * @param wanted the kinds the command can read
     */
    public InputLister(Configuration hadoop, Optional<String> root, Set<InputKind> wanted) {
        this.hadoop = hadoop;
        this.root = root;
        this.wanted = wanted;
    }

    /**
     * What was found.
     *
     * @param files files to read, sorted by name, with their ordinals
     * @param ignored number of files in searched folders whose names announce no kind that can be read
     * @param spans by name, what of a file is read where a plan says so; other files are read whole
     */
    public record Listing(List<InputFile> files, int ignored, Map<String, List<PlannedFile.Span>> spans) {

        public Listing {
            files = List.copyOf(files);
            spans = Map.copyOf(spans);
        }
    }

    /** The files behind the inputs; a file that two inputs name is read once. */
    public Listing list(List<String> inputs) {
        Map<String, InputFile> byName = new LinkedHashMap<>();
        Map<String, List<PlannedFile.Span>> spans = new HashMap<>();
        int ignored = 0;
        for (String input : inputs) {
            for (Found found : find(input)) {
                Optional<InputKind> kind = kind(found);
                if (kind.isEmpty() || found.isLeftOut()) {
                    ignored++;
                    continue;
                }
                add(byName, found, kind.get());
                if (!found.spans().isEmpty()) {
                    spans.put(found.name(), found.spans());
                }
            }
        }
        if (byName.isEmpty()) {
            throw new UserError(
                    "--input " + String.join(" ", inputs) + ": no file to read; can read " + descriptions());
        }
        return new Listing(inOrder(byName), ignored, spans);
    }

    private static List<InputFile> inOrder(Map<String, InputFile> byName) {
        if (byName.size() > InputFile.MAX_FILES) {
            throw new UserError("--input: " + byName.size() + " files; one run reads at most " + InputFile.MAX_FILES);
        }
        List<InputFile> sorted = new ArrayList<>(byName.values());
        sorted.sort(Comparator.comparing(InputFile::name));
        List<InputFile> files = new ArrayList<>(sorted.size());
        for (InputFile file : sorted) {
            files.add(file.withOrdinal(files.size()));
        }
        return files;
    }

    private static void add(Map<String, InputFile> byName, Found found, InputKind kind) {
        FileStatus status = found.status();
        InputFile file = new InputFile(
                0, found.name(), status.getPath().toString(), kind, status.getLen(), status.getModificationTime());
        InputFile other = byName.putIfAbsent(file.name(), file);
        if (other != null && !other.uri().equals(file.uri())) {
            throw new UserError(
                    "--input: two files would have the same name " + file.name() + ", and so the same document "
                            + "ids: " + other.uri() + " and " + file.uri() + "; name the folder above both instead");
        }
    }

    private record Found(
            FileStatus status, String name, boolean named, boolean isLeftOut, List<PlannedFile.Span> spans) {

        Found(FileStatus status, String name, boolean named) {
            this(status, name, named, false, List.of());
        }

        Found leftOut() {
            return new Found(status, name, named, true, spans);
        }
    }

    private List<Found> find(String input) {
        try {
            Path path = new Path(input);
            FileSystem fs = path.getFileSystem(hadoop);
            FileStatus[] matches = fs.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new UserError("--input " + input + ": no such file or folder, and no match as a glob");
            }
            if (PlanFile.isPlan(path.getName())) {
                return planned(fs, matches);
            }
            if (isList(path)) {
                return listed(fs, matches);
            }
            String base = globBase(fs.makeQualified(path));
            List<Found> found = new ArrayList<>();
            boolean glob = matches.length > 1 || !fs.makeQualified(path).equals(matches[0].getPath());
            Arrays.sort(matches, Comparator.comparing(m -> m.getPath().toString()));
            for (FileStatus match : matches) {
                if (match.isDirectory()) {
                    String folder = match.getPath().toString();
                    below(fs, match.getPath(), glob ? base : folder, found, glob);
                } else {
                    found.add(new Found(match, below(base, match.getPath().toString()), !glob));
                }
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw new UserError("--input " + input + ": not a path: " + e.getMessage(), e);
        } catch (AccessControlException e) {
            throw new UserError("--input " + input + ": may not be read: " + e.getMessage(), e);
        } catch (FileNotFoundException e) {
            throw new UserError("--input " + input + ": no such file or folder", e);
        } catch (IOException e) {
            throw new UserError("--input " + input + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isList(Path path) {
        return path.getName().endsWith(".paths") || path.getName().endsWith(".paths.gz");
    }

    private void below(FileSystem fs, Path folder, String base, List<Found> found, boolean glob) throws IOException {
        List<Found> here = new ArrayList<>();
        List<FileStatus> files = new FileTree(fs, folder).files();
        Set<Path> runs = runs(files);
        if (glob) {
            runs.addAll(runsAbove(fs, folder, base));
        } else {
            // Who names the folder of a run means it.
            runs.remove(folder);
        }
        for (FileStatus file : files) {
            String name = below(base, file.getPath().toString());
            if (!isHidden(name)) {
                Found one = new Found(file, name, false);
                here.add(isTable(one, runs) ? one.leftOut() : one);
            }
        }
        here.sort(Comparator.comparing(Found::name));
        found.addAll(here);
    }

    /** Folders of runs below a folder. */
    private static Set<Path> runs(List<FileStatus> files) {
        return files.stream()
                .map(FileStatus::getPath)
                .filter(path -> path.getName().equals("run.json"))
                .map(Path::getParent)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Folders of runs that a glob reaches into. */
    private static Set<Path> runsAbove(FileSystem fs, Path match, String base) throws IOException {
        Set<Path> runs = new HashSet<>();
        for (Path at = match; at.toString().length() > base.length(); at = at.getParent()) {
            if (fs.exists(new Path(at, "run.json"))) {
                runs.add(at);
            }
        }
        return runs;
    }

    /** Whether a file belongs to a run: its tables are no input, whoever puts an output beside the archives. */
    private boolean isTable(Found found, Set<Path> runs) {
        boolean archive = kind(found).equals(Optional.of(InputKind.ARCHIVE));
        Path at = found.status().getPath();
        for (; !runs.isEmpty() && at.getParent() != null; at = at.getParent()) {
            if (runs.contains(at.getParent())) {
                // Archives may lie in the folder of the run that reads them.
                return !archive || at.getName().equals("quarantine");
            }
        }
        return false;
    }

    private static boolean isHidden(String name) {
        return Arrays.stream(name.split("/")).anyMatch(step -> step.startsWith(".") || step.startsWith("_"));
    }

    private List<Found> listed(FileSystem fs, FileStatus[] lists) throws IOException {
        List<Found> found = new ArrayList<>();
        for (FileStatus list : lists) {
            Path start = root.map(Path::new).orElse(list.getPath().getParent());
            found.addAll(
                    new Lookups(LOOKUPS).of(List.copyOf(lines(fs, list.getPath())), line -> looked(line, start, list)));
        }
        return found;
    }

    private Found looked(String line, Path start, FileStatus list) throws IOException {
        boolean whole = line.contains("://");
        Path path = whole ? new Path(line) : new Path(start, line);
        try {
            FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
            return new Found(status, whole ? path.toUri().getPath().substring(1) : line, true);
        } catch (FileNotFoundException e) {
            throw new UserError(
                    list.getPath() + ": names a file that does not exist: " + path
                            + (root.isEmpty()
                                    ? "; relative lines start at the list's folder unless input.root says where"
                                    : ""),
                    e);
        }
    }

    private List<Found> planned(FileSystem fs, FileStatus[] plans) throws IOException {
        List<Found> found = new ArrayList<>();
        for (FileStatus plan : plans) {
            Path start = root.map(Path::new).orElse(plan.getPath().getParent());
            for (PlannedFile file : PlanFile.read(fs, plan.getPath())) {
                Path path = new Path(start, file.name());
                try {
                    FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
                    checkFits(plan.getPath(), file, status);
                    found.add(new Found(status, file.name(), true, false, file.spans()));
                } catch (FileNotFoundException e) {
                    throw new UserError(
                            plan.getPath() + ": names a file that does not exist: " + path
                                    + "; input.root says where the plan's files lie, default is the plan's folder",
                            e);
                }
            }
        }
        return found;
    }

    private static void checkFits(Path plan, PlannedFile file, FileStatus status) {
        long end = file.spans().isEmpty()
                ? 0
                : file.spans().get(file.spans().size() - 1).end();
        if (end > status.getLen()) {
            throw new UserError(plan + ": asks for bytes up to " + end + " of " + status.getPath() + ", which has "
                    + status.getLen() + "; the plan was made for other files");
        }
    }

    private static Set<String> lines(FileSystem fs, Path list) throws IOException {
        Set<String> lines = new TreeSet<>();
        try (InputStream raw = fs.open(list);
                InputStream in = list.getName().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().map(String::trim).filter(l -> !l.isEmpty()).forEach(lines::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return lines;
    }

    /** The folder above the first step that has a glob character; for a plain file, the folder it is in. */
    private static String globBase(Path path) {
        Path base = path.getParent();
        Path at = path;
        while (at != null && at.getParent() != null) {
            if (at.getName().matches(".*[*?\\[{].*")) {
                base = at.getParent();
            }
            at = at.getParent();
        }
        return base == null ? "" : base.toString();
    }

    private static String below(String base, String path) {
        String prefix = base.endsWith("/") ? base : base + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path.substring(path.lastIndexOf('/') + 1);
    }

    private Optional<InputKind> kind(Found found) {
        Optional<InputKind> announced = InputKind.ofName(found.name());
        if (announced.isPresent() && wanted.contains(announced.get())) {
            return announced;
        }
        if (!found.named()) {
            return Optional.empty();
        }
        throw new UserError("--input " + found.status().getPath() + ": "
                + announced
                        .map(k -> "is named like " + k.description() + ", which this command does not read")
                        .orElse("its name announces no known kind")
                + "; can read " + descriptions());
    }

    private String descriptions() {
        return wanted.stream()
                .sorted()
                .map(InputKind::description)
                .reduce((a, b) -> a + "; " + b)
                .orElse("nothing");
    }
}
