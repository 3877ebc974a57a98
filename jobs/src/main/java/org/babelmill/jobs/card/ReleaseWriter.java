package org.babelmill.jobs.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.Storage;
import org.babelmill.pipeline.hash.Sha256;

/** Writes what stands beside the shards. The manifest comes last. */
public final class ReleaseWriter {

    /** Where the facts of the run stand, below the shards' folder. */
    public static final String FACTS = "stats/run.json";

    private final Path root;
    private final Storage storage;

    /** A writer for a folder of finished shards. */
    public ReleaseWriter(Path root, Storage storage) {
        this.root = root;
        this.storage = storage;
    }

    /**
     * Writes card, Croissant, statistics, licence note, checksums and the manifest.
     *
     * @param others further small files by path, such as tombstones
     * @return the manifest with all documents
     */
    public ReleaseManifest write(ReleaseManifest manifest, ReleaseFacts facts, Map<String, String> others)
            throws IOException {
        storage.delete(new Path(root, Release.MANIFEST));
        Map<String, String> texts = new TreeMap<>(others);
        texts.put("README.md", new DatasetCard(manifest, facts).text());
        texts.put("croissant.json", new Croissant(manifest, facts).text());
        texts.put("stats/languages.csv", new LanguageTotals(manifest.files()).csv());
        texts.put(FACTS, RunDirectory.json(facts));
        texts.put("LICENSE", licence(facts.configuration().card().license()));
        List<ReleaseManifest.Document> documents = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path path = new Path(root, text.getKey());
            storage.mkdirs(path.getParent());
            storage.write(path, text.getValue());
            byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
            documents.add(new ReleaseManifest.Document(
                    text.getKey(), bytes.length, HexFormat.of().formatHex(Sha256.digest(bytes))));
        }
        ReleaseManifest complete = manifest.with(documents);
        storage.write(new Path(root, "CHECKSUMS.sha256"), complete.checksums());
        storage.write(new Path(root, Release.MANIFEST), RunDirectory.json(complete));
        return complete;
    }

    private static String licence(String identifier) {
        return "The compilation is published under the licence with the identifier " + identifier + ".\n"
                + "The texts remain the work of their authors; licences that pages state are in the column licence.\n";
    }
}
