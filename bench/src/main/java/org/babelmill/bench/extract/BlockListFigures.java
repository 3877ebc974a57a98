package org.babelmill.bench.extract;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.babelmill.extract.url.UrlPolicy;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.UrlSettings;

/**
 * Prints what block lists of many entries cost: heap an entry once loaded, CPU time of loading, and of a look-up of
 * addresses of which one in eleven is listed. The lists are made up, three hosts to one address with a path.
 *
 * <p>Arguments: number of entries (default 5,000,000) and seed (default 1).
 */
public final class BlockListFigures {

    private static final int LOOK_UPS = 200_000;
    private static final int PASSES = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final SplittableRandom random;

    private BlockListFigures(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
        new BlockListFigures(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1).run(entries);
    }

    private void run(int entries) throws IOException {
        Path folder = Files.createTempDirectory("lists");
        Path category = Files.createDirectories(folder.resolve("adult"));
        List<String> listed = write(category, entries);
        UrlSettings settings = ConfigurationLoader.bind(
                        ConfigurationLoader.defaults().set("url.lists=" + folder))
                .url();
        long before = used();
        long start = threads.getCurrentThreadCpuTime();
        UrlPolicy policy = UrlPolicy.load(settings);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        double bytes = (double) (used() - before) / policy.listed();
        System.out.printf(
                Locale.ROOT, "%d entries loaded in %.1f CPU s, %.1f bytes each%n", policy.listed(), seconds, bytes);
        lookUp(policy, addresses(listed));
        Files.delete(category.resolve("domains"));
        Files.delete(category.resolve("urls"));
        Files.delete(category);
        Files.delete(folder);
    }

    private List<String> write(Path category, int entries) throws IOException {
        List<String> listed = new ArrayList<>();
        try (BufferedWriter domains = Files.newBufferedWriter(category.resolve("domains"));
                BufferedWriter urls = Files.newBufferedWriter(category.resolve("urls"))) {
            for (int i = 0; i < entries; i++) {
                String entry = i % 4 == 3 ? host() + "/" + word() : host();
                (i % 4 == 3 ? urls : domains).write(entry + "\n");
                if (i % (entries / (LOOK_UPS / 10) + 1) == 0) {
                    listed.add(entry);
                }
            }
        }
        return listed;
    }

    /** Ten addresses that no list names to each that one does. */
    private List<String> addresses(List<String> listed) {
        List<String> addresses = new ArrayList<>();
        for (String entry : listed) {
            addresses.add("https://www." + entry + "/" + word() + ".html");
            for (int i = 0; i < 10; i++) {
                addresses.add("https://" + word() + "." + host() + "/2024/05/" + word() + "-" + word() + "/?id=" + i);
            }
        }
        return addresses;
    }

    private void lookUp(UrlPolicy policy, List<String> addresses) {
        long best = Long.MAX_VALUE;
        int refused = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            refused = 0;
            long start = threads.getCurrentThreadCpuTime();
            for (String address : addresses) {
                refused += policy.refuse(address).isPresent() ? 1 : 0;
            }
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        System.out.printf(
                Locale.ROOT,
                "%d look-ups, %d refused, %.2f us each (fastest of %d passes)%n",
                addresses.size(),
                refused,
                best / 1e3 / addresses.size(),
                PASSES);
    }

    private String host() {
        return word() + word() + ".example";
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /** Bytes of the heap in use, with what is not used any more collected. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
