package org.babelmill.bench.langid;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.text.ScriptCounter;

/**
 * CPU time of one thread for the texts of a file of objects with {@code text}: scripts alone, then each engine on documents and on their
 * lines. The best of four rounds counts, since neighbours on the machine slow down the others.
 *
 * <p>{@code IdentificationSpeed langid-dev.jsonl.gz [ENGINE...]}, where an engine is {@code ngram}, {@code lingua}, or the
 * path of a fastText model; the first two where none is named.
 */
public final class IdentificationSpeed {

    private static final int ROUNDS = 4;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final List<String> texts;

    private IdentificationSpeed(List<String> texts) {
        this.texts = texts;
    }

    /** Measures; see the class comment for the arguments. */
    public static void main(String[] arguments) throws IOException {
        List<String> engines = List.of(arguments).subList(1, arguments.length);
        IdentificationSpeed speed = new IdentificationSpeed(LabelledText.texts(Path.of(arguments[0])));
        speed.scripts();
        for (String engine : engines.isEmpty() ? List.of("ngram", "lingua") : engines) {
            if (engine.equals("ngram") || engine.equals("lingua")) {
                speed.engine("language.engine=" + engine);
            } else {
                speed.engine("language.engine=fasttext", "language.model=" + engine);
            }
        }
    }

    private void scripts() {
        ScriptCounter counter = new ScriptCounter();
        long chars = texts.stream().mapToLong(String::length).sum();
        double seconds = best(text -> {
            char[] array = text.toCharArray();
            counter.clear();
            counter.add(array, 0, array.length);
        });
        System.out.printf(Locale.ROOT, "scripts: %.0f million chars a second%n", chars / seconds / 1e6);
    }

    private void engine(String... settings) throws IOException {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (String setting : settings) {
            tree = tree.set(setting);
        }
        long begin = clock.getCurrentThreadCpuTime();
        LanguageIdentifier identifier =
                LanguageIdentifiers.open(ConfigurationLoader.bind(tree).language());
        double load = (clock.getCurrentThreadCpuTime() - begin) / 1e9;
        LanguageIdentifier.Session session = identifier.newSession();
        double documents = best(session::identifyDocument);
        double lines = best(session::identify);
        System.out.printf(
                Locale.ROOT,
                "%s: load %.1f s, %.0f texts a second (%.4f ms a text), with lines %.0f (%.4f ms)%n",
                identifier.model(),
                load,
                texts.size() / documents,
                1000 * documents / texts.size(),
                texts.size() / lines,
                1000 * lines / texts.size());
    }

    private double best(Consumer<String> work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = clock.getCurrentThreadCpuTime();
            texts.forEach(work);
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - begin) / 1e9);
        }
        return best;
    }
}
