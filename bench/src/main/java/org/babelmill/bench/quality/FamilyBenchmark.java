package org.babelmill.bench.quality;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.babelmill.bench.quality.QualityTexts.Labelled;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalFamily;
import org.babelmill.quality.signal.SignalScheme;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What each family of signals costs under JMH, one thread, beside what one would first write: every family is measured
 * with the reading of the text that all need, and the table also says it without. The table is made from the thread's CPU
 * time, which others' work on the machine distorts less than the time that passes.
 *
 * <p>Argument: packed JSON lines with {@code text} and {@code language}; texts of 2 to 12 kB are taken.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FamilyBenchmark {

    private static final String READING = "reading";
    private static final Set<String> STOP_WORDS = Set.of("the", "be", "to", "of", "and", "that", "have", "with");

    @Param("")
    private String file;

    @Param({
        READING,
        "lines",
        "characters",
        "smells",
        "words",
        "repetition",
        "notices",
        "compression",
        "all",
        "personal data",
        "naive lines",
        "naive characters",
        "naive smells",
        "naive words",
        "naive repetition",
        "naive notices",
        "naive compression",
        "naive personal data"
    })
    private String what;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private List<Labelled> texts;
    private ToDoubleFunction<Labelled> work;

    /** Reads the texts. */
    @Setup
    public void read() throws IOException {
        texts = QualityTexts.read(Path.of(file), 2000, 12_000);
        PiiFinder finder = new PiiFinder();
        work = switch (what) {
            case READING -> computer(EnumSet.noneOf(SignalFamily.class));
            case "all" -> computer(EnumSet.allOf(SignalFamily.class));
            case "personal data" -> t -> finder.find(t.text(), t.tag()).size();
            case "naive lines" -> t -> NaiveSignals.lines(t.text());
            case "naive characters" -> t -> NaiveSignals.characters(t.text());
            case "naive smells" -> t -> NaiveSignals.smells(t.text());
            case "naive notices" -> t -> NaiveSignals.notices(t.text());
            case "naive compression" -> t -> NaiveSignals.compression(t.text());
            case "naive personal data" -> t -> NaiveSignals.personalData(t.text());
            case "naive words" -> t -> NaiveSignals.words(t.text(), STOP_WORDS);
            case "naive repetition" -> t -> NaiveSignals.repetition(t.text());
            default -> computer(EnumSet.of(SignalFamily.valueOf(what.toUpperCase(Locale.ROOT))));
        };
    }

    private static ToDoubleFunction<Labelled> computer(EnumSet<SignalFamily> families) {
        SignalComputer computer = new SignalComputer(SignalScheme.of(LanguageProfiles.shipped()), families);
        return t -> computer.compute(t.text(), t.tag()).get(Signal.CHARS);
    }

    /** CPU time of the measured passes. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {
        public long nanos;
        public long passes;
    }

    /** All texts once. */
    @Benchmark
    public double pass(Cpu cpu) {
        long start = threads.getCurrentThreadCpuTime();
        double sum = 0;
        for (Labelled text : texts) {
            sum += work.applyAsDouble(text);
        }
        cpu.nanos += threads.getCurrentThreadCpuTime() - start;
        cpu.passes++;
        return sum;
    }

    private static double millis(RunResult result) {
        return result.getSecondaryResults().get("nanos").getScore()
                / result.getSecondaryResults().get("passes").getScore()
                / 1e6;
    }

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        List<Labelled> texts = QualityTexts.read(Path.of(arguments[0]), 2000, 12_000);
        double bytes = texts.stream()
                .mapToLong(t -> t.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(FamilyBenchmark.class.getName())
                        .param("file", arguments[0])
                        .build())
                .run();
        System.out.printf(Locale.ROOT, "%d texts, %.0f bytes each%n", texts.size(), bytes / texts.size());
        System.out.printf("%-18s %10s %8s %14s %8s%n", "", "ms a text", "MB/s", "no reading, ms", "MB/s");
        double reading = 0;
        for (RunResult result : results) {
            String name = result.getParams().getParam("what");
            double pass = millis(result);
            reading = name.equals(READING) ? pass : reading;
            boolean reads = EnumSet.allOf(SignalFamily.class).stream()
                    .anyMatch(f -> f.name().equalsIgnoreCase(name));
            String line =
                    String.format(Locale.ROOT, "%-18s %10.4f %8.1f", name, pass / texts.size(), bytes / pass / 1000);
            double rest = Math.max(0, pass - reading);
            System.out.println(
                    reads
                            ? line
                                    + String.format(
                                            Locale.ROOT, " %14.4f %8.0f", rest / texts.size(), bytes / rest / 1000)
                            : line);
        }
    }
}
