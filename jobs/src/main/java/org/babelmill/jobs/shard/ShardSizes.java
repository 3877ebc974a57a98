package org.babelmill.jobs.shard;

import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.shard.ShardPlan.Size;

/** What each part of the corpus will hold, from what was counted when it was decided. */
final class ShardSizes {

    private final Publication publication;

    ShardSizes(Publication publication) {
        this.publication = publication;
    }

    Map<Part, Size> parts(Counts decided) {
        Map<Part, Size> parts = new TreeMap<>();
        decided.below("bytes/").forEach((name, bytes) -> {
            String outcome = name.substring(0, name.indexOf('/'));
            String language = name.substring(name.indexOf('/') + 1);
            Size size = new Size(bytes, decided.get("outcome/" + outcome + "/" + language));
            if (outcome.equals("kept")) {
                kept(language, size, decided, parts);
            } else if (publication.isPublished(outcome)) {
                parts.merge(new Part("removed", language), size, Size::plus);
            }
        });
        return parts;
    }

    private void kept(String language, Size size, Counts decided, Map<Part, Size> parts) {
        double factor = publication.materialised() && size.textBytes() > 0
                ? (double) decided.get("copied-bytes/" + language) / size.textBytes()
                : 1;
        double test = publication.test().share(language);
        parts.put(new Part("train", language), share(size, factor * (1 - test)));
        if (test > 0) {
            parts.put(new Part("test", language), share(size, factor * test));
        }
    }

    private static Size share(Size size, double factor) {
        return new Size((long) Math.ceil(size.textBytes() * factor), (long) Math.ceil(size.documents() * factor));
    }
}
