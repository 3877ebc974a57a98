package org.babelmill.jobs.shard;

import java.io.Serializable;
import org.babelmill.jobs.run.InnerPath;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * One finished file, as the manifest lists it.
 *
 * @param path below the shards' folder, and never out of it
 * @param split train, test or removed
 * @param language language tag
 * @param rows documents in it
 * @param bytes size of the file
 * @param textBytes UTF-8 bytes of the texts as extracted
 * @param textChars characters of the texts as extracted
 * @param words words of the texts
 * @param tokens of the texts, 0 where they were not counted
 * @param copies rows with all their repeats
 * @param firstDate when the oldest document was fetched, ISO 8601; empty when no document has a date
 * @param lastDate when the newest was
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record ShardEntry(
        String path,
        String split,
        String language,
        long rows,
        long bytes,
        long textBytes,
        long textChars,
        long words,
        long tokens,
        long copies,
        String firstDate,
        String lastDate,
        String sha256)
        implements Serializable {

    public ShardEntry {
        InnerPath.checked(path);
        LanguageTag.parse(language);
    }
}
