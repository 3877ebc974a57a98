package org.babelmill.bench.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.ExtractionOutcome;
import org.babelmill.extract.ExtractionResources;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.LocalArchive;
import org.babelmill.extract.archive.UnreadableStretch;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * Writes the text of every document of an archive as JSON lines with {@code id} (the record id), {@code url} and
 * {@code text}, as the scorer reads them, and what became of the other records to standard error.
 *
 * <p>Arguments: archive, output file, and any number of settings as {@code key=value}.
 */
public final class ExtractArchive {

    private ExtractArchive() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        RunConfiguration configuration = configuration(arguments);
        DocumentExtractor extractor = new DocumentExtractor(ExtractionResources.load(configuration));
        Path path = Path.of(arguments[0]);
        LocalArchive archive = LocalArchive.of(path.getFileName().toString(), path);
        Map<String, Integer> outcomes = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        try (ArchiveReader reader = ArchiveReader.open(archive, 0, archive.length(), configuration.input());
                BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof UnreadableStretch stretch) {
                    outcomes.merge(stretch.entry().reason().toString(), 1, Integer::sum);
                } else if (item instanceof ArchiveRecord record) {
                    ExtractionOutcome outcome = extractor.extract(record);
                    outcomes.merge(label(outcome), 1, Integer::sum);
                    if (outcome instanceof ExtractionOutcome.Extracted extracted) {
                        out.write(line(json, extracted.document()));
                        out.write('\n');
                    }
                }
            }
        }
        outcomes.forEach((outcome, count) -> System.err.println(count + "\t" + outcome));
    }

    private static RunConfiguration configuration(String[] arguments) {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (int i = 2; i < arguments.length; i++) {
            tree = tree.set(arguments[i]);
        }
        return ConfigurationLoader.bind(tree);
    }

    private static String label(ExtractionOutcome outcome) {
        if (outcome instanceof ExtractionOutcome.Rejected rejected) {
            return rejected.entry().reason().toString();
        }
        return outcome.getClass().getSimpleName();
    }

    private static String line(ObjectMapper json, ExtractedDocument document) throws IOException {
        ObjectNode node = json.createObjectNode();
        node.put("id", document.source().recordId());
        node.put("url", document.source().url());
        node.put("text", document.content().text());
        return json.writeValueAsString(node);
    }
}
