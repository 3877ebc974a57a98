package org.babelmill.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.babelmill.quality.signal.SignalUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliderTest {

    @ParameterizedTest
    @CsvSource({"RATIO, 0.3, 0.005, 200", "RATIO, 0.7, 0.007, 200", "COUNT, 50, 1, 200", "COUNT, 100000, 2000, 200"})
    void stopsAreTheDecimalsThatABrowserSends(SignalUnit unit, double threshold, String step, int last) {
        Slider slider = Slider.of(unit, threshold);

        assertThat(slider.step()).isEqualTo(step);
        assertThat(slider.last()).isEqualTo(last);
        assertThat(slider.thresholds()).isSorted().hasSize(last + 1).startsWith(0);
        for (int stop = 0; stop <= last; stop++) {
            String sent = slider.step().multiply(BigDecimal.valueOf(stop)).toPlainString();
            assertThat(slider.stop(Double.parseDouble(sent))).isEqualTo(OptionalInt.of(stop));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "0.5", "50.25", "201", "NaN", "Infinity"})
    void otherThresholdsAreNoStops(double threshold) {
        assertThat(Slider.of(SignalUnit.COUNT, 50).stop(threshold)).isEmpty();
    }
}
