package org.babelmill.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Option;
import scala.Tuple4;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkSessionExtension.class)
class LiveSumsTest {

    private final LiveSums sums = new LiveSums();

    private static SparkListenerExecutorMetricsUpdate heartbeat(long task, LongAccumulator accumulator, long sum) {
        AccumulableInfo info = new AccumulableInfo(
                accumulator.id(), Option.empty(), Option.apply(sum), Option.empty(), false, false, Option.empty());
        Seq<AccumulableInfo> infos = CollectionConverters.asScala(List.of(info)).toSeq();
        Tuple4<Object, Object, Object, Seq<AccumulableInfo>> update = new Tuple4<>(task, 0, 0, infos);
        return new SparkListenerExecutorMetricsUpdate(
                "driver", CollectionConverters.asScala(List.of(update)).toSeq(), Map$.MODULE$.empty());
    }

    @Test
    void tasksAtWorkCountByTheirLastHeartbeatUntilTheEnd(SparkSession spark) {
        LongAccumulator accumulator = spark.sparkContext().longAccumulator();
        accumulator.add(5);
        assertThat(sums.sum(accumulator)).isEqualTo(5);
        sums.onExecutorMetricsUpdate(heartbeat(1, accumulator, 3));
        sums.onExecutorMetricsUpdate(heartbeat(1, accumulator, 4));
        sums.onExecutorMetricsUpdate(heartbeat(2, accumulator, 10));
        assertThat(sums.sum(accumulator)).isEqualTo(19);

        sums.end();
        assertThat(sums.sum(accumulator)).isEqualTo(5);
        sums.onExecutorMetricsUpdate(heartbeat(2, accumulator, 10));
        assertThat(sums.sum(accumulator)).as("a heartbeat that comes late").isEqualTo(5);
    }
}
