package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.babelmill.jobs.cli.Program;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on real archives, from the distribution; skipped where the reference data is absent. */
@Tag("acceptance")
class SharedDataIT {

    @TempDir
    Path folder;

    private Path run(String input) throws IOException {
        Path output = folder.resolve("out");
        Program.Ended ended = Distribution.run("run", "--input", input, "--output", output.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        System.out.println(ended.out());
        return output;
    }

    @Test
    void warc_wet_and_wat_together_run_through_and_wat_records_are_put_aside() throws IOException {
        DuckDb tables = new DuckDb(
                run(SharedData.require("data/archives").resolve("*.gz").toString()));
        assertThat(tables.count("select count(*) from $ledger where file like '%.wat.gz'"))
                .isPositive();
        assertThat(tables.count("select count(*) from $ledger where file like '%.wat.gz' and rule <> 'record-type'"))
                .isZero();
        assertThat(tables.count("select count(*) from $documents where file like '%.wat.gz'"))
                .isZero();
        assertThat(tables.count("select count(*) from $documents where file like '%.wet.gz'"))
                .isPositive();
        assertThat(tables.count("select count(*) from $documents where media_type = 'application/pdf'"))
                .isPositive();
    }
}
