package org.babelmill.jobs.acceptance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads tables and shards with an engine that shares no code with the one that wrote them. */
final class DuckDb {

    private final Path run;

    /** Over a run directory. */
    DuckDb(Path run) {
        this.run = run;
    }

    /** Rows of a query; {@code $documents} and the like stand for tables, {@code $data} and {@code $removed} for shards. */
    List<List<Object>> rows(String sql) {
        String query = sql;
        for (String table : List.of("documents", "signals", "ledger", "robots", "clusters", "decisions")) {
            query = query.replace("$" + table, "read_parquet('" + run.resolve(table) + "/*.parquet')");
        }
        for (String split : List.of("data", "removed")) {
            query = query.replace(
                    "$" + split, "read_parquet('" + run.resolve("shards").resolve(split) + "/*/*.parquet')");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The only value of a query. */
    Object value(String sql) {
        return rows(sql).get(0).get(0);
    }

    /** A count. */
    long count(String sql) {
        return ((Number) value(sql)).longValue();
    }

    /** The first column. */
    List<String> strings(String sql) {
        return rows(sql).stream().map(r -> (String) r.get(0)).toList();
    }
}
