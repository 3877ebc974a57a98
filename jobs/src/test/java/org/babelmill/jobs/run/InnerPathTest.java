package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.parquet",
                "data/../../outside.parquet",
                "data/..",
                "/etc/passwd",
                "data//train.parquet",
                "./train.parquet",
                "data/",
                "file:/etc/passwd",
                "s3a://other/x",
                "data\\..\\outside.parquet",
                "data/a\nb",
                "data/\u0000",
                ""
            })
    void pathsThatLeadOutAreRefused(String path) {
        assertThatThrownBy(() -> InnerPath.checked(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no path below the folder");
    }

    @Test
    void othersAreGivenBack() {
        String path = "data/deu_Latn/train-00000-of-00001.parquet";
        assertThat(InnerPath.checked(path)).isEqualTo(path);
        assertThat(InnerPath.checked("..README.md")).isEqualTo("..README.md");
    }
}
