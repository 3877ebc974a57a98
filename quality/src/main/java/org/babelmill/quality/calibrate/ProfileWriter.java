package org.babelmill.quality.calibrate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.profile.ProfileKey;

/** Writes profiles as YAML in FineWeb2's form, with our further figures and a head that says where they come from. */
public final class ProfileWriter {

    private final Provenance provenance;

    /** A writer whose files all come from the same place. */
    public ProfileWriter(Provenance provenance) {
        this.provenance = provenance;
    }

    /** File names and texts: one file a profile, and {@code index.txt} with the names of all. */
    public SortedMap<String, String> files(List<DerivedProfile> profiles) {
        SortedMap<String, String> files = new TreeMap<>();
        StringBuilder index = new StringBuilder();
        profiles.stream()
                .map(p -> p.tag().toString())
                .sorted()
                .forEach(tag -> index.append(tag).append('\n'));
        profiles.forEach(p -> files.put(p.tag() + ".yaml", yaml(p)));
        files.put("index.txt", index.toString());
        return files;
    }

    private String yaml(DerivedProfile profile) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# Thresholds and stop words of ").append(profile.tag()).append(", derived from text.\n");
        yaml.append("# Source: ").append(provenance.source()).append('\n');
        yaml.append("# Date: ").append(provenance.date()).append('\n');
        yaml.append("# Command: ").append(provenance.command()).append('\n');
        yaml.append(profile.tag().isDetermined() ? "# Drawn towards: " : "# Lenient quartile of: ")
                .append(profile.prior())
                .append('\n');
        yaml.append("sample: {documents: ").append(profile.sample().documents());
        yaml.append(", words: ").append(profile.sample().words()).append("}\n");
        figures(profile.figures(), yaml);
        nGrams("top_n_grams", "top_", profile.figures(), yaml);
        nGrams("dup_n_grams", "dup_", profile.figures(), yaml);
        yaml.append(profile.stopWords().isEmpty() ? "stopwords: []\n" : "stopwords:\n");
        profile.stopWords()
                .forEach(word -> yaml.append("- ").append(quoted(word)).append('\n'));
        return yaml.toString();
    }

    private static void figures(Map<ProfileKey, Double> figures, StringBuilder yaml) {
        figures.forEach((key, value) -> {
            if (!key.key().endsWith("_gram")) {
                yaml.append(key.key()).append(": ").append(plain(value)).append('\n');
            }
        });
    }

    private static void nGrams(String name, String prefix, Map<ProfileKey, Double> figures, StringBuilder yaml) {
        yaml.append(name).append(":\n");
        figures.forEach((key, value) -> {
            if (key.key().startsWith(prefix) && key.key().endsWith("_gram")) {
                String n = key.key().substring(prefix.length(), key.key().length() - "_gram".length());
                yaml.append("- [").append(n).append(", ").append(plain(value)).append("]\n");
            }
        });
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Every word quoted, so that {@code no} stays a word. */
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
