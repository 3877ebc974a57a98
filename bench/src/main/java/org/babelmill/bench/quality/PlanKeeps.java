package org.babelmill.bench.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.bench.quality.GoldPages.GoldPage;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalScheme;
import org.babelmill.quality.signal.TextSignals;

/**
 * What the plans that ship keep of a run's documents, by language, from its signals: of all documents with a language;
 * of those that are main text - half of their words are in the annotated main text, which has 50 words or more; and of
 * the rests of the same pages, menus and footers, which a plan should drop.
 *
 * <p>Arguments: run directory, archive of the run, and gold as packed JSON lines with {@code id} (the record's) and
 * {@code text}; pages whose gold is a few snippets count as documents alone.
 */
public final class PlanKeeps {

    private static final List<String> PLANS = List.of("babelmill", "hplt", "fineweb2");
    private static final String ALL = "all";

    /** Documents from which on a language has a line of its own. */
    private static final int SHOWN = 5;

    /** Words that main text has at least. */
    private static final int FEWEST = 50;

    private final Map<String, FilterPlan> plans = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final SignalComputer computer = new SignalComputer(SignalScheme.of(LanguageProfiles.shipped()));
    private final Map<String, GoldPage> gold;
    private final Map<String, String> rests;

    private PlanKeeps(Map<String, GoldPage> gold, Map<String, String> rests) {
        this.gold = gold;
        this.rests = rests;
        PLANS.forEach(name -> plans.put(name, FilterPlan.shipped(name)));
    }

    /** What is counted. */
    private enum Content {
        /** Documents of the run. */
        ALL,
        /** Those that are main text. */
        MAIN,
        /** What their pages have beside it. */
        REST
    }

    /** How many texts of a language there are, and how many each plan keeps. */
    private static final class Tally {

        private final Map<Content, Map<String, Integer>> kept = new EnumMap<>(Content.class);
        private final Map<Content, Integer> texts = new EnumMap<>(Content.class);

        void add(Content content, Map<String, Boolean> keeps) {
            texts.merge(content, 1, Integer::sum);
            Map<String, Integer> counts = kept.computeIfAbsent(content, c -> new HashMap<>());
            keeps.forEach((plan, keep) -> counts.merge(plan, keep ? 1 : 0, Integer::sum));
        }

        int texts(Content content) {
            return texts.getOrDefault(content, 0);
        }

        String share(Content content, String plan) {
            return texts(content) == 0
                    ? String.format("%11s", "-")
                    : String.format(
                            Locale.ROOT, " %8.1f %%", 100.0 * kept.get(content).get(plan) / texts(content));
        }
    }

    /** Prints. */
    public static void main(String[] arguments) throws IOException {
        Map<String, GoldPage> gold = GoldPages.read(Path.of(arguments[2]));
        PlanKeeps keeps = new PlanKeeps(gold, PageRests.read(Path.of(arguments[1]), gold));
        Configuration hadoop = Sessions.storage();
        RunView run = RunView.open(arguments[0], hadoop);
        for (Part part : run.parts()) {
            keeps.read(part, hadoop);
        }
        keeps.print();
    }

    private void read(Part part, Configuration hadoop) throws IOException {
        List<Signal> measured = SignalsTable.measured();
        List<String> columns = new ArrayList<>(List.of("id", "language", "dump", "language_score"));
        measured.forEach(signal -> columns.add(signal.column()));
        try (TableReader signals = TableReader.open(
                        TableReader.project(SignalsTable.SCHEMA, columns), part.file("signals"), hadoop);
                TableReader documents = TableReader.open(
                        TableReader.project(DocumentsTable.SCHEMA, List.of("id", "record_id", "text")),
                        part.file("documents"),
                        hadoop)) {
            for (Object[] row = signals.next(); row != null; row = signals.next()) {
                Object[] document = documents.next();
                if (!row[0].equals(document[0])) {
                    throw new IOException("signals and documents are not in the same order at " + row[0]);
                }
                judge(LanguageTag.parse((String) row[1]), row, document, measured);
            }
        }
    }

    private void judge(LanguageTag tag, Object[] row, Object[] document, List<Signal> measured) {
        if (!tag.isDetermined()) {
            return;
        }
        EnumMap<Signal, Double> values = new EnumMap<>(Signal.class);
        values.put(Signal.LANGUAGE_SCORE, (Double) row[3]);
        for (int i = 0; i < measured.size(); i++) {
            values.put(measured.get(i), row[4 + i] == null ? Double.NaN : (Double) row[4 + i]);
        }
        String source = (String) row[2];
        add(tag, Content.ALL, keeps(tag, source, TextSignals.of(values::get)));
        GoldPage page = gold.get((String) document[1]);
        if (page != null && page.words() >= FEWEST && page.share((String) document[2]) >= 0.5) {
            add(tag, Content.MAIN, keeps(tag, source, TextSignals.of(values::get)));
            String rest = rests.get((String) document[1]);
            add(tag, Content.REST, keeps(tag, source, computer.compute(rest, tag)));
        }
    }

    private Map<String, Boolean> keeps(LanguageTag tag, String source, TextSignals signals) {
        Map<String, Boolean> keeps = new HashMap<>();
        plans.forEach((name, plan) -> keeps.put(
                name,
                plan.bind(tag, LanguageProfiles.shipped().find(tag).profile(), source)
                        .keeps(signals)));
        return keeps;
    }

    private void add(LanguageTag tag, Content content, Map<String, Boolean> keeps) {
        tallies.computeIfAbsent(ALL, l -> new Tally()).add(content, keeps);
        tallies.computeIfAbsent(tag.toString(), l -> new Tally()).add(content, keeps);
    }

    private void print() {
        StringBuilder head = new StringBuilder(String.format("%-9s", "language"));
        for (Content content : Content.values()) {
            head.append(String.format(" | %5s", content.name().toLowerCase(Locale.ROOT)));
            PLANS.forEach(plan -> head.append(String.format(" %10s", plan)));
        }
        System.out.println(head);
        tallies.entrySet().stream()
                .filter(e -> e.getValue().texts(Content.ALL) >= SHOWN)
                .sorted(Comparator.comparingInt(e -> -e.getValue().texts(Content.ALL)))
                .forEach(e -> line(e.getKey(), e.getValue()));
    }

    private static void line(String label, Tally tally) {
        StringBuilder line = new StringBuilder(String.format("%-9s", label));
        for (Content content : Content.values()) {
            line.append(String.format(" | %5d", tally.texts(content)));
            PLANS.forEach(plan -> line.append(tally.share(content, plan)));
        }
        System.out.println(line);
    }
}
