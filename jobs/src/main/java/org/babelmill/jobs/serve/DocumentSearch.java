package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.babelmill.jobs.inspect.DocumentFinder;
import org.babelmill.jobs.inspect.DocumentFinder.Hit;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.table.TableReader;

/** Finds documents by words of their address, title or text, and by what was measured and decided. */
final class DocumentSearch {

    /** Most documents on a page. */
    static final int LIMIT = 50;

    private static final int WAVE = 64;

    private final RunView run;

    DocumentSearch(RunView run) {
        this.run = run;
    }

    /**
     * A document that was found.
     *
     * @param id its id
     * @param url its address
     * @param title its title
     * @param language its label
     * @param keep whether it was kept
     * @param why the first reason against it, or empty
     */
    record Found(String id, String url, String title, String language, boolean keep, String why) {}

    /**
     * What was found.
     *
     * @param documents in the order of the archives, {@link #LIMIT} at most
     * @param more whether others match after these
     * @param named whether the words are the name of these documents or of their host, so that addresses that merely
     *     hold them were not looked for
     */
    record Result(List<Found> documents, boolean more, boolean named) {

        /** The page after so many, of all that were found. */
        static Result page(List<Found> all, int before, boolean named) {
            int from = Math.min(before, all.size());
            int to = Math.min(from + LIMIT, all.size());
            return new Result(List.copyOf(all.subList(from, to)), all.size() > to, named);
        }
    }

    /** A page of documents that match. */
    Result find(SearchFilter filter) throws IOException {
        int wanted = filter.before() + LIMIT + 1;
        if (!filter.words().isEmpty() && !filter.inText() && !filter.inside()) {
            List<Found> named = named(filter, wanted);
            if (!named.isEmpty()) {
                return Result.page(named, filter.before(), true);
            }
        }
        List<Found> found = inWaves((part, limit) -> split(part, filter).byWords(limit), wanted);
        return Result.page(found, filter.before(), false);
    }

    private SplitSearch split(Part part, SearchFilter filter) {
        return new SplitSearch(part, filter, run.hadoop());
    }

    /** Documents whose id, address, record or place the words are; else those of the host of this name. */
    private List<Found> named(SearchFilter filter, int wanted) throws IOException {
        Map<Integer, List<Hit>> hits = new TreeMap<>(new DocumentFinder(run)
                .documents(filter.words()).stream()
                        .collect(Collectors.groupingBy(hit -> hit.part().index())));
        List<Found> found = new ArrayList<>();
        for (List<Hit> inSplit : hits.values()) {
            FilterPredicate keys = FilterApi.in(
                    FilterApi.longColumn("key"), inSplit.stream().map(Hit::key).collect(Collectors.toSet()));
            found.addAll(split(inSplit.get(0).part(), filter).where(keys, wanted));
        }
        if (!hits.isEmpty() || !filter.words().contains(".")) {
            return found;
        }
        FilterPredicate host = FilterApi.eq(
                FilterApi.binaryColumn("host"), TableReader.text(filter.words().toLowerCase(Locale.ROOT)));
        return inWaves((part, limit) -> split(part, filter).where(host, limit), wanted);
    }

    /** Searches a split for so many documents. */
    private interface Search {
        List<Found> in(Part part, int limit) throws IOException;
    }

    /** Searches one split, then two, then four, each wave at once, until enough is found. */
    private List<Found> inWaves(Search search, int wanted) throws IOException {
        List<Found> found = new ArrayList<>();
        int from = 0;
        for (int wave = 1; from < run.parts().size() && found.size() < wanted; wave = Math.min(2 * wave, WAVE)) {
            int missing = wanted - found.size();
            int to = Math.min(from + wave, run.parts().size());
            run.read(run.parts().subList(from, to), part -> search.in(part, missing))
                    .forEach(found::addAll);
            from = to;
        }
        return found.subList(0, Math.min(wanted, found.size()));
    }
}
