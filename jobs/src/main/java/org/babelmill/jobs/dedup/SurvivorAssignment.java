package org.babelmill.jobs.dedup;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.babelmill.dedup.cluster.Survivors;
import org.babelmill.dedup.signature.Sketches;
import org.babelmill.pipeline.config.DedupSettings;

/** Gives each member its survivor while components stream by, the preferred member first. Holds survivors only. */
final class SurvivorAssignment {

    /** Key of the survivor: ids are the input's, and an input may have an id twice. */
    static final String SURVIVOR_KEY = "survivor_key";

    private static final StructType SCHEMA = new StructType()
            .add(DedupView.KEY, DataTypes.LongType, false)
            .add(DedupView.ID, DataTypes.StringType, false)
            .add(DedupView.LANGUAGE, DataTypes.StringType, false)
            .add(DedupView.DATE, DataTypes.StringType, false)
            .add(DedupView.HOST, DataTypes.StringType, false)
            .add(DedupView.DUMP, DataTypes.StringType, false)
            .add(ClusterColumns.SURVIVOR, DataTypes.StringType, false)
            .add(SURVIVOR_KEY, DataTypes.LongType, false)
            .add(ClusterColumns.KEEP, DataTypes.BooleanType, false)
            .add(ClusterColumns.SIMILARITY, DataTypes.DoubleType, false)
            .add(ClusterColumns.LINK, DataTypes.StringType, false);

    private final Sketches sketches;
    private final Survivors survivors;
    private final List<Member> chosen = new ArrayList<>();

    private SurvivorAssignment(DedupSettings settings) {
        sketches = CarriedSketches.of(settings);
        boolean verified = settings.mode() == DedupSettings.Mode.VERIFIED;
        survivors = new Survivors(sketches, verified ? settings.survivorSimilarity() : 0);
    }

    /** Members with their survivors, in the order of the input. */
    static Dataset<Row> assign(Dataset<Row> sorted, DedupSettings settings) {
        MapPartitionsFunction<Row, Row> assign = rows -> new SurvivorAssignment(settings).assign(rows);
        return sorted.select(
                        DedupView.KEY,
                        DedupView.ID,
                        DedupView.LANGUAGE,
                        DedupView.DATE,
                        DedupView.HOST,
                        DedupView.DUMP,
                        Components.COMPONENT,
                        ClusterRows.TWIN,
                        ClusterRows.OLD,
                        "own_node",
                        DedupView.SKETCH,
                        ClusterRows.CONTENT_SKETCH)
                .mapPartitions(assign, Encoders.row(SCHEMA));
    }

    private Iterator<Row> assign(Iterator<Row> rows) {
        return new Iterator<>() {

            private Member before;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                Member member = Member.of(row);
                if (before == null || !member.isWith(before)) {
                    survivors.open();
                    chosen.clear();
                }
                before = member;
                return assigned(row, member);
            }
        };
    }

    private Row assigned(Row row, Member member) {
        int survivor = survivors.assign(member.contentSketch());
        if (survivor == chosen.size()) {
            chosen.add(member);
        }
        Member stays = chosen.get(survivor);
        boolean keep = stays == member;
        return RowFactory.create(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                stays.id(),
                stays.key(),
                keep,
                similarity(member, stays),
                keep ? "" : link(member, stays).name().toLowerCase(Locale.ROOT));
    }

    private static ClusterColumns.Link link(Member member, Member survivor) {
        if (member.old()) {
            return ClusterColumns.Link.URL;
        }
        return member.node() == survivor.node() ? ClusterColumns.Link.EXACT : ClusterColumns.Link.NEAR;
    }

    private double similarity(Member member, Member survivor) {
        if (member.node() == survivor.node()) {
            return 1.0;
        }
        boolean comparable = member.sketch().length > 0 && survivor.sketch().length > 0;
        return comparable ? sketches.similarity(member.sketch(), survivor.sketch()) : 0;
    }

    /** What is held of a member. */
    private static final class Member {

        private final long key;
        private final String id;
        private final long component;
        private final long twin;
        private final boolean old;
        private final long node;
        private final byte[] sketch;
        private final byte[] contentSketch;

        private Member(Row row) {
            key = row.getLong(0);
            id = row.getString(1);
            component = row.getLong(6);
            twin = row.getLong(7);
            old = row.getBoolean(8);
            node = row.getLong(9);
            sketch = row.getAs(10);
            contentSketch = row.getAs(11);
        }

        static Member of(Row row) {
            return new Member(row);
        }

        boolean isWith(Member other) {
            return component == other.component && twin == other.twin;
        }

        long key() {
            return key;
        }

        String id() {
            return id;
        }

        boolean old() {
            return old;
        }

        long node() {
            return node;
        }

        byte[] sketch() {
            return sketch;
        }

        byte[] contentSketch() {
            return contentSketch;
        }
    }
}
