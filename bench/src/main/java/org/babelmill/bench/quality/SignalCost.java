package org.babelmill.bench.quality;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.babelmill.bench.quality.QualityTexts.Labelled;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalFamily;
import org.babelmill.quality.signal.SignalScheme;

/**
 * CPU time per text of all signals, of each family, and of the search for personal data, on one thread:
 * {@code SignalCost TEXTS.jsonl.gz [ROUNDS]}. Takes texts of 2 to 12 kB.
 */
public final class SignalCost {

    private static final int ROUNDS = 15;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Labelled> texts;
    private final int rounds;
    private double sink;

    private SignalCost(List<Labelled> texts, int rounds) {
        this.texts = texts;
        this.rounds = rounds;
    }

    /** Measures and prints a table. */
    public static void main(String[] args) throws IOException {
        List<Labelled> texts = QualityTexts.read(Path.of(args[0]), 2000, 12_000);
        new SignalCost(texts, args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS).run();
    }

    private void run() {
        double bytes = texts.stream()
                .mapToLong(t -> t.text().getBytes(StandardCharsets.UTF_8).length)
                .average()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "%d texts of %.0f bytes on average%n", texts.size(), bytes);
        SignalScheme standard = SignalScheme.of(LanguageProfiles.shipped());
        SignalScheme split = standard.with(tag -> WordSegmenters.whitespace());
        report("all signals", bytes, computer(standard, EnumSet.allOf(SignalFamily.class)));
        double base =
                report("reading into lines and tokens", bytes, computer(standard, EnumSet.noneOf(SignalFamily.class)));
        for (SignalFamily family : SignalFamily.values()) {
            if (family != SignalFamily.SCORES) {
                double cost = measure(computer(standard, EnumSet.of(family)));
                print(family.name().toLowerCase(Locale.ROOT), bytes, Math.max(0, cost - base));
            }
        }
        double white =
                report("reading, split at white space", bytes, computer(split, EnumSet.noneOf(SignalFamily.class)));
        double repetition = measure(computer(split, EnumSet.of(SignalFamily.REPETITION)));
        print("repetition, split at white space", bytes, repetition - white);
        report("  with reading", bytes, computer(split, EnumSet.of(SignalFamily.REPETITION, SignalFamily.LINES)));
        report(
                "  gopher quality with reading",
                bytes,
                computer(split, EnumSet.of(SignalFamily.WORDS, SignalFamily.LINES, SignalFamily.SMELLS)));
        report("repetition, naive", bytes, t -> NaiveSignals.repetition(t.text()));
        Set<String> stopWords = Set.of("the", "be", "to", "of", "and", "that", "have", "with");
        report("words, naive", bytes, t -> NaiveSignals.words(t.text(), stopWords));
        report("lines, naive", bytes, t -> NaiveSignals.lines(t.text()));
        PiiFinder finder = new PiiFinder();
        report("personal data", bytes, t -> finder.find(t.text(), t.tag()).size());
        System.out.println("(" + sink + ")");
    }

    private ToDoubleFunction<Labelled> computer(SignalScheme scheme, EnumSet<SignalFamily> families) {
        SignalComputer computer = new SignalComputer(scheme, families);
        return t -> computer.compute(t.text(), t.tag()).get(Signal.CHARS);
    }

    private double report(String what, double bytes, ToDoubleFunction<Labelled> work) {
        double cost = measure(work);
        print(what, bytes, cost);
        return cost;
    }

    private static void print(String what, double bytes, double millis) {
        System.out.printf(Locale.ROOT, "%-36s %8.4f ms %9.1f MB/s%n", what, millis, bytes / millis / 1000);
    }

    /** Milliseconds per text: the median of the rounds' last two thirds. */
    private double measure(ToDoubleFunction<Labelled> work) {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (Labelled text : texts) {
                sink += work.applyAsDouble(text);
            }
            millis[round] = (threads.getCurrentThreadCpuTime() - start) / 1e6 / texts.size();
        }
        return Arrays.stream(millis, rounds / 3, rounds).sorted().toArray()[(rounds - rounds / 3) / 2];
    }
}
