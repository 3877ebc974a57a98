package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.jobs.inspect.DocumentFinder.Hit;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/** Compares the texts of two documents of a run anew: what duplicate detection estimated, and what is true. */
final class TwinComparison {

    private static final TableSchema TEXT = TableReader.project(DocumentsTable.SCHEMA, List.of("key", "text"));

    private final RunView run;

    TwinComparison(RunView run) {
        this.run = run;
    }

    /**
     * Estimated and exact similarity, and the bands that both have.
     *
     * @param document one of them
     * @param twin id of the other
     * @return empty when the other is not in the run
     */
    Map<String, String> facts(Hit document, String twin) throws IOException {
        Optional<Hit> other = new DocumentFinder(run)
                .documents(twin).stream().filter(hit -> hit.id().equals(twin)).findFirst();
        return other.isEmpty() ? Map.of() : compare(text(document), text(other.get()));
    }

    private String text(Hit hit) throws IOException {
        return TableRow.byKey(TEXT, hit.part().file("documents"), hit.key(), run.hadoop())
                .map(row -> row.text("text"))
                .orElseThrow(() -> new IOException("table documents lacks document " + hit.id()));
    }

    private Map<String, String> compare(String one, String other) {
        SignatureScheme scheme = SignatureScheme.of(run.configuration().dedup());
        Signer signer = scheme.newSigner();
        DocumentSignature a = signer.sign(one);
        DocumentSignature b = signer.sign(other);
        Map<String, String> facts = new LinkedHashMap<>();
        if (a.shingles() == 0 || b.shingles() == 0) {
            facts.put("exact Jaccard", "none: shorter than a shingle");
            return facts;
        }
        facts.put("estimated Jaccard", Figures.plain(scheme.sketches().similarity(a.sketch(), b.sketch())));
        facts.put(
                "exact Jaccard",
                Figures.plain(signer.shingles(one).jaccard(signer.shingles(other))) + " of " + a.shingles() + " and "
                        + b.shingles() + " shingles");
        facts.put("colliding bands", bands(a.bands(), b.bands()));
        return facts;
    }

    private static String bands(long[] one, long[] other) {
        List<Integer> equal = new ArrayList<>();
        IntStream.range(0, one.length).filter(i -> one[i] == other[i]).forEach(i -> equal.add(i + 1));
        if (equal.isEmpty()) {
            return "none of " + one.length + ": linked through other members";
        }
        return String.format(
                Locale.ROOT,
                "%d of %d: %s",
                equal.size(),
                one.length,
                equal.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
