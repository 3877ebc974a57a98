package org.babelmill.jobs.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a table, in order, under a name and a version. A change that readers notice raises the version.
 *
 * @param name of the table, and of its folder
 * @param version counts from 1
 * @param columns in the order of the row arrays
 */
public record TableSchema(String name, int version, List<Column> columns) implements Serializable {

    public TableSchema {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("two columns of one name in table " + name);
        }
    }

    /** The Parquet schema. */
    public MessageType parquet() {
        List<Type> fields = new ArrayList<>();
        columns.forEach(c -> fields.add(c.parquet()));
        return new MessageType(name, fields);
    }

    /** The Spark schema, for reading without inference. */
    public StructType spark() {
        List<StructField> fields = new ArrayList<>();
        columns.forEach(c -> fields.add(c.spark()));
        return DataTypes.createStructType(fields);
    }

    /** Positions by column name. */
    public Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).name(), i);
        }
        return positions;
    }

    /** Name and version as written into files and manifests: {@code documents-v1}. */
    public String versionedName() {
        return name + "-v" + version;
    }
}
