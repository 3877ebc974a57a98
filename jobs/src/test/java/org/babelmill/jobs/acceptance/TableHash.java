package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.babelmill.pipeline.hash.Sha256;

/** One hash for everything a run found. */
public final class TableHash {

    private static final List<String> TABLES =
            List.of("$documents", "$signals", "$ledger", "$clusters", "$decisions", "$data", "$removed");

    private TableHash() {}

    /** SHA-256 over all rows of all tables, each table's rows sorted. */
    public static String of(Path run) {
        DuckDb tables = new DuckDb(run);
        StringBuilder text = new StringBuilder();
        for (String table : TABLES) {
            List<String> rows = new ArrayList<>(tables.strings("select cast(t as varchar) from " + table + " t"));
            assertThat(rows).as(table).isNotEmpty();
            Collections.sort(rows);
            text.append(table).append('\n').append(String.join("\n", rows)).append('\n');
        }
        return Sha256.hex(text.toString());
    }
}
