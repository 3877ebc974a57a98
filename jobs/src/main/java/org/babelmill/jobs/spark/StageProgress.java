package org.babelmill.jobs.spark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One line on the console while a stage works: how far, how fast, how long still. On a terminal the line is rewritten
 * every second; in a file a new line stands every 30 seconds. The clock here only speaks to people: no result depends
 * on it.
 */
public final class StageProgress implements AutoCloseable {

    private static final long TERMINAL_MILLIS = 1_000;
    private static final long FILE_MILLIS = 30_000;

    private final String stage;
    private final Supplier<Progress> source;
    private final Console console;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private final Thread ticker;

    StageProgress(String stage, Supplier<Progress> source, Console console) {
        this.stage = stage;
        this.source = source;
        this.console = console;
        this.ticker = new Thread(this::tick, "progress");
        ticker.setDaemon(true);
    }

    /**
     * How far a stage is.
     *
     * @param done units done
     * @param total units in all, 0 when not known
     * @param items how many of what counts, for the rate; 0 for none
     * @param counts what to print beside it: {@code 1,204 documents, 37 dropped}
     */
    public record Progress(long done, long total, long items, String counts) {}

    /**
     * Where progress goes.
     *
     * @param out takes a line, or on a terminal a piece of one
     * @param terminal whether the line can be rewritten
     * @param quiet whether nothing is printed at all
     */
    public record Console(Consumer<String> out, boolean terminal, boolean quiet) {

        /** On a stream, usually standard error. */
        public static Console on(PrintStream stream, boolean terminal, boolean quiet) {
            return new Console(terminal ? text -> write(stream, text) : stream::println, terminal, quiet);
        }

        private static void write(PrintStream stream, String text) {
            stream.print(text);
            stream.flush();
        }
    }

    /** Starts printing. */
    public static StageProgress start(String stage, Supplier<Progress> source, Console console) {
        StageProgress progress = new StageProgress(stage, source, console);
        if (!console.quiet()) {
            progress.ticker.start();
        }
        return progress;
    }

    private void tick() {
        long pause = console.terminal() ? TERMINAL_MILLIS : FILE_MILLIS;
        try {
            while (!stopped.await(pause, TimeUnit.MILLISECONDS)) {
                print(line(source.get(), seconds()), false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String line, boolean last) {
        if (console.terminal()) {
            console.out().accept("\r\u001b[K" + line + (last ? System.lineSeparator() : ""));
        } else {
            console.out().accept(line);
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    String line(Progress now, double seconds) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s", stage));
        if (now.total() > 0) {
            double share = Math.min(1, (double) now.done() / now.total());
            line.append(String.format(Locale.ROOT, "%4.0f %%", 100 * share));
            if (share > 0.01 && share < 1) {
                line.append("  ")
                        .append(duration(seconds * (1 - share) / share))
                        .append(" left");
            }
        }
        if (!now.counts().isEmpty()) {
            line.append("  ").append(now.counts());
        }
        if (now.items() > 0 && seconds >= 1) {
            line.append(String.format(Locale.ROOT, ", %,.0f a second", now.items() / seconds));
        }
        return line.toString();
    }

    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
    }

    /** Stops, and prints the last line. */
    @Override
    public void close() {
        stopped.countDown();
        if (!console.quiet()) {
            double seconds = seconds();
            print(line(source.get(), seconds) + "  in " + duration(seconds), true);
        }
    }
}
