package org.babelmill.jobs.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords in addresses, as in {@code s3a://KEY:SECRET@bucket/}: what is named on the command line stands in manifests, in
 * logs and in the list of processes, so they are refused before anything is written. Addresses of pages may hold one, as
 * the crawl has it.
 */
final class Secrets {

    private static final Pattern WITH_PASSWORD =
            Pattern.compile("(?i)\\b(?!https?:)([a-z][a-z0-9+.-]*)://[^/\\s@:]*:[^/\\s@]*@");

    private Secrets() {}

    /** What is wrong with the arguments, without the secret. */
    static Optional<String> complaint(String... arguments) {
        return Stream.of(arguments)
                .map(WITH_PASSWORD::matcher)
                .filter(matcher -> matcher.find())
                .findFirst()
                .map(matcher -> "an address that begins with " + matcher.group(1)
                        + "://... holds a password; give it to Hadoop's credential providers (core-site.xml in"
                        + " HADOOP_CONF_DIR) or the environment, and name the address without it");
    }
}
