package org.babelmill.pipeline.config;

import java.util.List;
import java.util.Optional;

/**
 * Which addresses are refused before their page is parsed.
 *
 * @param lists folder of block lists in UT1 layout: {@code CATEGORY/domains} and {@code CATEGORY/urls}, plain or gzip
 * @param categories the categories of that folder that block; empty for all
 * @param words lower-case words; a URL with one of them as a whole word is refused
 * @param softWords lower-case words of which {@code softWordLimit} different ones refuse a URL
 * @param softWordLimit number of soft words that refuse
 * @param extensions file extensions that are refused, without dot
 * @param ipHosts whether hosts that are bare IP addresses are refused
 */
public record UrlSettings(
        Optional<String> lists,
        List<String> categories,
        List<String> words,
        List<String> softWords,
        @Allowed(min = 1, max = 100) int softWordLimit,
        List<String> extensions,
        boolean ipHosts) {

    /** The same settings with the block lists at another path. */
    public UrlSettings withLists(Optional<String> path) {
        return new UrlSettings(path, categories, words, softWords, softWordLimit, extensions, ipHosts);
    }
}
