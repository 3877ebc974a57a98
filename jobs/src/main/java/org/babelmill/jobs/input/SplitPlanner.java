package org.babelmill.jobs.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Cuts files into splits of at most a given size. Large archives and plain JSON lines are cut, other files are not;
 * small neighbours share a split. The plan follows from names, lengths and size alone, and where some of the files change,
 * the splits of most others stay: see {@link #endsShared}.
 */
public final class SplitPlanner {

    /** Pieces of a small input: enough for the cores of one machine, few enough that they cost little. */
    private static final int PIECES = 32;

    private static final long SMALLEST = 8L << 20;

    /** How many full splits apart the names of small files end one, on average. */
    private static final double APART = 4;

    private final long size;

    /**
     * A planner.
     *
     * @param size stored bytes of a split at most, unless a file that cannot be cut is larger
     */
    public SplitPlanner(long size) {
        this.size = size;
    }

    /**
     * The size for an input: the largest power of two up to a thirty-second of it, but 8 MiB at least, so that a small one
     * keeps several cores busy. It follows from the input alone: with other cores a run goes on with the same splits, and
     * mostly also when the input grows a little.
     *
     * @param most stored bytes of a split at most
     * @param total stored bytes of the input
     */
    public static long size(long most, long total) {
        return Math.min(most, Math.max(SMALLEST, Long.highestOneBit(total / PIECES)));
    }

    /** The splits of whole files, in the order of the files. */
    public List<InputSplit> plan(List<InputFile> files) {
        return plan(files, Map.of());
    }

    /**
     * The splits, in the order of the files.
     *
     * @param spans by name of the file, the stretches to be read; other files are read whole
     */
    public List<InputSplit> plan(List<InputFile> files, Map<String, List<PlannedFile.Span>> spans) {
        List<InputSplit> splits = new ArrayList<>();
        List<Range> shared = new ArrayList<>();
        long sharedBytes = 0;
        for (InputFile file : files) {
            for (Range piece : pieces(file, spans.get(file.name()))) {
                long bytes = piece.end() - piece.start();
                if (sharedBytes + bytes > size && !shared.isEmpty()) {
                    splits.add(new InputSplit(splits.size(), shared));
                    shared = new ArrayList<>();
                    sharedBytes = 0;
                }
                if (bytes == file.length() && bytes > size && canBeCut(file)) {
                    for (Range range : cut(file)) {
                        splits.add(new InputSplit(splits.size(), List.of(range)));
                    }
                } else {
                    shared.add(piece);
                    sharedBytes += bytes;
                    if (endsShared(piece)) {
                        splits.add(new InputSplit(splits.size(), shared));
                        shared = new ArrayList<>();
                        sharedBytes = 0;
                    }
                }
            }
        }
        if (!shared.isEmpty()) {
            splits.add(new InputSplit(splits.size(), shared));
        }
        return splits;
    }

    /** Stored bytes that are to be read of some files. */
    public static long bytes(List<InputFile> files, Map<String, List<PlannedFile.Span>> spans) {
        return files.stream()
                .flatMap(file -> pieces(file, spans.get(file.name())).stream())
                .mapToLong(piece -> piece.end() - piece.start())
                .sum();
    }

    /**
     * Whether a small file, or a planned stretch, is the last of its split, full or not. Names decide that, a file of a
     * quarter of the size in one of sixteen cases and others in proportion, so that splits are a tenth smaller and a file
     * that comes or goes changes the splits of the next few files, not of all that follow.
     */
    private boolean endsShared(Range piece) {
        double chance = (piece.end() - piece.start()) / (APART * size);
        long hash = XxHash64.hash(piece.file().name() + '\u0000' + piece.start());
        return (hash >>> 1) < chance * Long.MAX_VALUE;
    }

    private static List<Range> pieces(InputFile file, List<PlannedFile.Span> spans) {
        return spans == null
                ? List.of(new Range(file, 0, file.length()))
                : spans.stream()
                        .map(span -> new Range(file, span.start(), span.end()))
                        .toList();
    }

    private static boolean canBeCut(InputFile file) {
        boolean plainLines = file.kind() == InputKind.JSONL
                && !file.name().endsWith(".gz")
                && !file.name().endsWith(".zst");
        return plainLines || file.kind() == InputKind.ARCHIVE;
    }

    private List<Range> cut(InputFile file) {
        long pieces = (file.length() + size - 1) / size;
        List<Range> ranges = new ArrayList<>();
        for (long i = 0; i < pieces; i++) {
            ranges.add(new Range(file, file.length() * i / pieces, file.length() * (i + 1) / pieces));
        }
        return ranges;
    }
}
