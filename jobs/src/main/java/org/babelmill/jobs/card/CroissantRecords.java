package org.babelmill.jobs.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType;

/**
 * The record sets of a Croissant document: the splits, and for each split its columns. Every language has the same columns,
 * and two of them name it, so that a release of thousands of languages has no thousands of record sets.
 */
final class CroissantRecords {

    /** What the ids of file sets begin with; a split's follows. */
    static final String FILES = "files/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String split;

    private CroissantRecords(String split) {
        this.split = split;
    }

    /** The record sets of a release with these splits. */
    static ArrayNode of(List<String> splits) {
        ArrayNode sets = JSON.arrayNode();
        ObjectNode names = set(sets, "splits").put("dataType", "cr:Split");
        names.putObject("key").put("@id", "splits/name");
        names.putArray("field")
                .addObject()
                .put("@type", "cr:Field")
                .put("@id", "splits/name")
                .put("name", "name")
                .put("dataType", "sc:Text");
        ArrayNode data = names.putArray("data");
        for (String split : splits) {
            data.addObject().put("splits/name", split);
            ArrayNode fields = set(sets, split).putArray("field");
            CroissantRecords records = new CroissantRecords(split);
            ShardTable.SCHEMA.columns().forEach(column -> fields.add(records.field(column)));
        }
        return sets;
    }

    private static ObjectNode set(ArrayNode sets, String id) {
        return sets.addObject().put("@type", "cr:RecordSet").put("@id", id).put("name", id);
    }

    private ObjectNode field(Column column) {
        return typed(named(split + "/" + column.name(), column), column.type(), source(column.name()));
    }

    private static ObjectNode named(String id, Column column) {
        return JSON.objectNode()
                .put("@type", "cr:Field")
                .put("@id", id)
                .put("name", column.name())
                .put("description", column.description());
    }

    private ObjectNode source(String column) {
        ObjectNode source = JSON.objectNode();
        source.putObject("fileSet").put("@id", FILES + split);
        source.putObject("extract").put("column", column);
        return source;
    }

    /** Adds type and source; a list is an array of its elements, a group has a field for each of its columns. */
    private static ObjectNode typed(ObjectNode field, ColumnType type, ObjectNode source) {
        if (type instanceof ColumnType.ListOf list) {
            return typed(field.put("isArray", true).put("arrayShape", "-1"), list.element(), source);
        }
        if (type instanceof ColumnType.Struct group) {
            ArrayNode parts = field.putArray("subField");
            for (Column part : group.fields()) {
                ObjectNode inside = source.deepCopy();
                inside.putObject("transform").put("jsonPath", part.name());
                parts.add(typed(named(field.get("@id").asText() + "/" + part.name(), part), part.type(), inside));
            }
            return field;
        }
        field.put("dataType", dataType((ColumnType.Scalar) type)).set("source", source);
        return field;
    }

    private static String dataType(ColumnType.Scalar scalar) {
        return switch (scalar) {
            case STRING, BINARY -> "sc:Text";
            case INT, LONG -> "sc:Integer";
            case FLOAT, DOUBLE -> "sc:Float";
            case BOOLEAN -> "sc:Boolean";
        };
    }
}
