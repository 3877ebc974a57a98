package org.babelmill.jobs.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/** Finds the shard that holds a document of a run; shards have Bloom filters on ids. */
final class ShardOfDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunView run;

    ShardOfDocument(RunView run) {
        this.run = run;
    }

    /** Path of the shard below the run's folder; empty when no shards were written, or none has it. */
    Optional<String> find(String id, TableRow decision) throws IOException {
        Optional<String> manifest = run.shardManifest();
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        boolean keep = decision.flag("keep");
        for (JsonNode file : JSON.readTree(manifest.get()).path("files")) {
            boolean possible = file.path("language").asText().equals(decision.text("language"))
                    && file.path("split").asText().equals("removed") != keep;
            if (possible && holds(file.path("path").asText(), id)) {
                return Optional.of("shards/" + file.path("path").asText());
            }
        }
        return Optional.empty();
    }

    private boolean holds(String shard, String id) throws IOException {
        TableSchema ids = TableReader.project(ShardTable.SCHEMA, List.of("id"));
        Path path = new Path(run.directory().path("shards"), shard);
        if (!run.directory().storage().exists(path)) {
            return false;
        }
        try (TableReader reader = TableReader.open(
                ids, path, FilterApi.eq(FilterApi.binaryColumn("id"), TableReader.text(id)), run.hadoop())) {
            return reader.next() != null;
        }
    }
}
