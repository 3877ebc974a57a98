package org.babelmill.jobs.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.babelmill.jobs.input.InputFile;

/** The name of the crawl that a file belongs to. */
public final class CrawlName {

    private static final String AUTO = "auto";
    private static final Pattern COMMON_CRAWL =
            Pattern.compile("CC-(?:MAIN|NEWS)-\\d{4}-\\d{2}(?!\\d)|CC-NEWS/\\d{4}/\\d{2}");

    private CrawlName() {}

    /**
     * The name.
     *
     * @param setting what {@code input.dump} says: {@code auto} for what the path tells, which may be nothing
     */
    public static String of(InputFile file, String setting) {
        if (!setting.equals(AUTO)) {
            return setting;
        }
        Matcher matcher = COMMON_CRAWL.matcher(file.uri());
        return matcher.find() ? matcher.group().replace('/', '-') : "";
    }
}
