package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * Connected components of links: every linked content with the smallest content of its component.
 *
 * <p>Up to the configured number of contents, forests are merged as a tree, eight to one, down to one task: no rounds, no
 * test of convergence, and the driver sees no edge. Above it {@link StarContraction} does the rest, over forests whose
 * trees have depth one already, which leaves it two or three rounds.
 */
final class Components {

    /** The component's smallest content. */
    static final String COMPONENT = "component";

    private static final int FAN_IN = 8;

    private final Checkpoints checkpoints;
    private final long mostLocal;

    /** Finds components with a setting's bound. */
    Components(Checkpoints checkpoints, DedupSettings settings) {
        this.checkpoints = checkpoints;
        this.mostLocal = settings.maxLocalNodes();
    }

    /**
     * Components of links.
     *
     * @param links rows of {@link Forest} as a checkpoint
     * @return columns {@code node} and {@code component}, one row for each content that is linked to another
     */
    Dataset<Row> of(Dataset<Row> links) {
        Dataset<Row> joined = links.count() <= mostLocal ? tree(links) : new StarContraction(checkpoints).of(links);
        return checkpoints.save(
                "components", joined.select(col(Forest.NODE), col(Forest.ROOT).as(COMPONENT)));
    }

    private Dataset<Row> tree(Dataset<Row> links) {
        Dataset<Row> level = links;
        int tasks = links.rdd().getNumPartitions();
        while (tasks > FAN_IN) {
            tasks = (tasks + FAN_IN - 1) / FAN_IN;
            level = Forest.merge(level, tasks);
        }
        return Forest.merge(level, 1);
    }
}
