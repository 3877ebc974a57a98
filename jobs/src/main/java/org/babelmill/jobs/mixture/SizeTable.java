package org.babelmill.jobs.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.UserError;

/**
 * Tables of languages as comma-separated text with a head line: sizes without shards ({@code subset} or {@code language},
 * and {@code utf8_bytes}, {@code chars}, {@code words} or {@code tokens}; of FineWeb2's published table only the rows of
 * the train split of kept subsets), and families ({@code code} and {@code family}). Fields may stand in double quotes.
 */
public final class SizeTable {

    private SizeTable() {}

    /** Sizes of languages, each with one copy. */
    public static List<Supply> read(String source, List<String> lines, Unit unit) {
        List<Supply> supplies = new ArrayList<>();
        String sizeColumn = unit == Unit.BYTES ? "utf8_bytes" : unit.label();
        for (Map<String, String> row : rows(source, lines)) {
            String name = row.getOrDefault("subset", row.get("language"));
            String size = row.get(sizeColumn);
            if (name == null || size == null) {
                throw new UserError(source + ": needs the columns subset (or language) and " + sizeColumn);
            }
            if (row.getOrDefault("split", "train").equals("train") && !name.endsWith("_removed")) {
                supplies.add(Supply.of(name, number(source, size)));
            }
        }
        return supplies;
    }

    /** Language families by ISO 639-3 code. */
    public static Map<String, String> families(String source, List<String> lines) {
        Map<String, String> families = new TreeMap<>();
        for (Map<String, String> row : rows(source, lines)) {
            if (!row.containsKey("code") || !row.containsKey("family")) {
                throw new UserError(source + ": needs the columns code and family");
            }
            families.put(row.get("code"), row.get("family"));
        }
        return families;
    }

    private static double number(String source, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UserError(source + ": not a size: " + text, e);
        }
    }

    private static List<Map<String, String>> rows(String source, List<String> lines) {
        if (lines.isEmpty()) {
            throw new UserError(source + ": is empty");
        }
        List<String> names = fields(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            if (fields.size() != names.size()) {
                throw new UserError(source + ": line with " + fields.size() + " fields where the head has "
                        + names.size() + ": " + line);
            }
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
