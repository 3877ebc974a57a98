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
 * CPU time of one thread for the texts of a labelled file: scripts alone, then each engine on documents and on their
 * lines. The best of four rounds counts, since neighbours on the machine slow down the others.
 *
 * <p>{@code IdentificationSpeed langid-dev.jsonl.gz [lid.176.ftz]}
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
        List<String> texts = LabelledText.items(Path.of(arguments[0])).stream()
                .map(LabelledText::text)
                .toList();
        IdentificationSpeed speed = new IdentificationSpeed(texts);
        speed.scripts();
        speed.engine("language.engine=ngram");
        speed.engine("language.engine=lingua");
        if (arguments.length > 1) {
            speed.engine("language.engine=fasttext", "language.model=" + arguments[1]);
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
