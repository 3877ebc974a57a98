package org.babelmill.jobs.shard;

import java.util.List;
import java.util.Map;

/** Adds up the rows of one file. Not thread-safe. */
public final class ShardTotals {

    /** The columns it needs. */
    public static final List<String> COLUMNS = List.of("n_bytes", "n_chars", "n_words", "repeats", "date", "n_tokens");

    private static final Map<String, Integer> POSITIONS = ShardTable.SCHEMA.positions();

    private long rows;
    private long textBytes;
    private long textChars;
    private long words;
    private long tokens;
    private long copies;
    private String firstDate = "";
    private String lastDate = "";

    /** Adds a row of {@link ShardTable}. */
    public void add(Object[] row) {
        Object[] values = COLUMNS.stream().map(c -> row[POSITIONS.get(c)]).toArray();
        addColumns(values);
    }

    /** Adds a row that has only {@link #COLUMNS}, in this order. */
    public void addColumns(Object[] row) {
        rows++;
        textBytes += (Long) row[0];
        textChars += (Long) row[1];
        words += (Long) row[2];
        copies += (Integer) row[3];
        tokens += row[5] == null ? 0 : (Long) row[5];
        String date = (String) row[4];
        if (!date.isEmpty()) {
            firstDate = firstDate.isEmpty() || date.compareTo(firstDate) < 0 ? date : firstDate;
            lastDate = date.compareTo(lastDate) > 0 ? date : lastDate;
        }
    }

    /**
     * The entry of the finished file.
     *
     * @param like path, split and language of the file
     */
    public ShardEntry entry(Name like, long bytes, String sha256) {
        return new ShardEntry(
                like.path(),
                like.split(),
                like.language(),
                rows,
                bytes,
                textBytes,
                textChars,
                words,
                tokens,
                copies,
                firstDate,
                lastDate,
                sha256);
    }

    /**
     * What a file is called.
     *
     * @param path below the shards' folder
     * @param split train, test or removed
     * @param language language tag
     */
    public record Name(String path, String split, String language) {}
}
