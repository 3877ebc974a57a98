package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components without a task that knows them all: alternating large-star and small-star (Kiveris, Lattanzi,
 * Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce and Beyond, SoCC 2014).
 *
 * <p>Edges are kept as different pairs of a node and a smaller one. Large-star links every larger neighbour of a node to
 * the smallest of its neighbourhood; small-star does so with the smaller neighbours and the node itself. It ends when the
 * edges are stars: no node has two smaller neighbours, and none that is a smaller neighbour has one itself. That is a
 * property of the edges, not of a count or sum over them. Every round is a checkpoint.
 */
final class StarContraction {

    private static final String LARGE = "large";
    private static final String SMALL = "small";
    private static final String LEAST = "least";

    private final Checkpoints checkpoints;

    StarContraction(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Components of links: rows of {@link Forest} with the smallest content of the component as root. */
    Dataset<Row> of(Dataset<Row> links) {
        int round = 0;
        Dataset<Row> edges = checkpoints.save(name(round), edges(links));
        while (!areStars(edges)) {
            Dataset<Row> contracted = checkpoints.save(name(round + 1), smallStar(largeStar(edges)));
            checkpoints.delete(name(round));
            edges = contracted;
            round++;
        }
        Dataset<Row> roots = edges.select(col(SMALL).as(Forest.NODE), col(SMALL).as(Forest.ROOT))
                .distinct();
        return edges.select(col(LARGE).as(Forest.NODE), col(SMALL).as(Forest.ROOT))
                .union(roots)
                .withColumn(Forest.MEMBERS, lit(0L));
    }

    private static Dataset<Row> edges(Dataset<Row> links) {
        return links.where(col(Forest.NODE).notEqual(col(Forest.ROOT)))
                .select(
                        org.apache
                                .spark
                                .sql
                                .functions
                                .greatest(col(Forest.NODE), col(Forest.ROOT))
                                .as(LARGE),
                        least(col(Forest.NODE), col(Forest.ROOT)).as(SMALL))
                .distinct();
    }

    private static Dataset<Row> largeStar(Dataset<Row> edges) {
        Dataset<Row> both = edges.select(col(LARGE).as("node"), col(SMALL).as("neighbour"))
                .union(edges.select(col(SMALL).as("node"), col(LARGE).as("neighbour")));
        Dataset<Row> smallest =
                both.groupBy("node").agg(least(min("neighbour"), col("node")).as(LEAST));
        return both.join(smallest, "node")
                .where(col("neighbour").gt(col("node")))
                .select(col("neighbour").as(LARGE), col(LEAST).as(SMALL))
                .distinct();
    }

    private static Dataset<Row> smallStar(Dataset<Row> edges) {
        Dataset<Row> smallest = edges.groupBy(LARGE).agg(min(SMALL).as(LEAST));
        Dataset<Row> neighbours = edges.join(smallest, LARGE)
                .where(col(SMALL).notEqual(col(LEAST)))
                .select(col(SMALL).as(LARGE), col(LEAST).as(SMALL));
        return neighbours
                .union(smallest.select(col(LARGE), col(LEAST).as(SMALL)))
                .distinct();
    }

    private static boolean areStars(Dataset<Row> edges) {
        Dataset<Row> twoParents =
                edges.groupBy(LARGE).count().where(col("count").gt(1));
        Dataset<Row> chained = edges.select(col(SMALL).as("middle"))
                .distinct()
                .join(edges, col("middle").equalTo(col(LARGE)), "left_semi");
        return twoParents.isEmpty() && chained.isEmpty();
    }

    private static String name(int round) {
        return "stars-" + round;
    }
}
