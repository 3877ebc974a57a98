package org.babelmill.jobs.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.pipeline.config.CardSettings;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The release in the words of Croissant 1.1 (MLCommons): metadata, every file with its checksum, one file set for each
 * language and split, the columns once for each split, and the questions of its vocabulary for responsible use.
 */
public final class Croissant {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "sc", "https://schema.org/",
            "cr", "http://mlcommons.org/croissant/",
            "rai", "http://mlcommons.org/croissant/RAI/",
            "dct", "http://purl.org/dc/terms/",
            "prov", "http://www.w3.org/ns/prov#"));

    private static final List<String> TERMS = List.of(
            ("arrayShape citeAs column equivalentProperty extract field fileObject fileProperty fileSet format includes"
                            + " isArray isLiveDataset jsonPath key md5 parentField path recordSet references regex"
                            + " repeated replace samplingRate separator source subField transform")
                    .split(" "));

    private final ReleaseManifest manifest;
    private final ReleaseFacts facts;
    private final CardSettings card;
    private final LanguageTotals totals;

    public Croissant(ReleaseManifest manifest, ReleaseFacts facts) {
        this.manifest = manifest;
        this.facts = facts;
        this.card = facts.configuration().card();
        this.totals = new LanguageTotals(manifest.files());
    }

    /** The document, as JSON-LD. */
    public String text() {
        ObjectNode root = JSON.objectNode();
        root.set("@context", context());
        root.put("@type", "sc:Dataset");
        root.putArray("conformsTo")
                .add("http://mlcommons.org/croissant/1.1")
                .add("http://mlcommons.org/croissant/RAI/1.0");
        root.put("name", card.name());
        root.put(
                "description",
                "Text of web pages in " + totals.languages("train").size() + " languages for pretraining: "
                        + totals.kept().documents() + " documents.");
        root.put("license", card.license());
        root.put("url", card.url());
        root.put("version", manifest.version());
        root.put("citeAs", citation());
        root.put("datePublished", card.published().isEmpty() ? newest() : card.published());
        root.putObject("creator")
                .put("@type", "sc:Organization")
                .put("name", card.creator().isEmpty() ? card.name() : card.creator());
        ArrayNode languages = root.putArray("inLanguage");
        new TreeSet<>(totals.languages("train").stream()
                        .map(l -> LanguageTag.parse(l).language())
                        .toList())
                .forEach(languages::add);
        responsible(root);
        provenance(root);
        root.set("distribution", distribution());
        root.set("recordSet", CroissantRecords.of(splits()));
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that Jackson cannot write", e);
        }
    }

    /** The context that the specification gives, with what 1.1 adds for arrays and what provenance needs. */
    private static ObjectNode context() {
        ObjectNode context = JSON.objectNode();
        context.put("@language", "en").put("@vocab", "https://schema.org/");
        PREFIXES.forEach(context::put);
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        context.put("conformsTo", "dct:conformsTo");
        context.putObject("data").put("@id", "cr:data").put("@type", "@json");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        context.putObject("examples").put("@id", "cr:examples").put("@type", "@json");
        return context;
    }

    private String newest() {
        return manifest.files().stream()
                .map(ShardEntry::lastDate)
                .max(String::compareTo)
                .filter(d -> d.length() >= 10)
                .map(d -> d.substring(0, 10))
                .orElse("1970-01-01");
    }

    private void responsible(ObjectNode root) {
        root.put("rai:dataCollection", "Web archives (WARC, WET); main text extracted from HTML and PDF.");
        ArrayNode frame = root.putArray("rai:dataCollectionTimeframe");
        manifest.files().stream()
                .map(ShardEntry::firstDate)
                .filter(d -> !d.isEmpty())
                .min(String::compareTo)
                .ifPresent(frame::add);
        manifest.files().stream()
                .map(ShardEntry::lastDate)
                .filter(d -> !d.isEmpty())
                .max(String::compareTo)
                .ifPresent(frame::add);
        ArrayNode protocol = root.putArray("rai:dataPreprocessingProtocol");
        facts.filters().forEach(protocol::add);
        root.put(
                "rai:personalSensitiveInformation",
                "Patterns of " + facts.configuration().privacy().mask() + " are masked; people's names are not.");
        root.put(
                "rai:dataLimitations",
                "Web text holds errors and offensive content; language labels are a program's, and less sure for small "
                        + "languages.");
        root.put(
                "rai:dataBiases", "Languages, regions and topics are represented as the crawls and filters left them.");
        root.put(
                "rai:dataReleaseMaintenancePlan",
                "Documents are taken back on request; each takedown raises the first number of the version."
                        + (card.contact().isEmpty() ? "" : " Contact: " + card.contact()));
    }

    private void provenance(ObjectNode root) {
        ArrayNode derived = root.putArray("prov:wasDerivedFrom");
        facts.inputs().forEach(derived::add);
        root.putObject("prov:wasGeneratedBy")
                .put("@type", "prov:Activity")
                .put("name", "Babelmill " + manifest.babelmill())
                .put("identifier", manifest.fingerprint());
    }

    private ArrayNode distribution() {
        ArrayNode distribution = JSON.arrayNode();
        for (ShardEntry file : manifest.files()) {
            distribution
                    .addObject()
                    .put("@type", "cr:FileObject")
                    .put("@id", file.path())
                    .put("name", file.path())
                    .put("contentUrl", file.path())
                    .put("contentSize", file.bytes() + " B")
                    .put("encodingFormat", "application/x-parquet")
                    .put("sha256", file.sha256());
        }
        totals.byLanguage()
                .forEach((language, splits) -> splits.forEach((split, size) -> distribution.add(files(language, split)
                        .put("description", size.documents() + " documents, " + size.words() + " words"))));
        splits().forEach(split -> distribution.add(files("*", split)));
        return distribution;
    }

    /** The files of a split, of one language or of all. */
    private static ObjectNode files(String language, String split) {
        String folder = split.equals("removed") ? "removed/" : "data/";
        String id = language.equals("*") ? split : language + "/" + split;
        return JSON.objectNode()
                .put("@type", "cr:FileSet")
                .put("@id", CroissantRecords.FILES + id)
                .put("name", id)
                .put("encodingFormat", "application/x-parquet")
                .put("includes", folder + language + "/" + split + "-*.parquet");
    }

    private List<String> splits() {
        return Stream.of("train", "test", "removed")
                .filter(split -> !totals.languages(split).isEmpty())
                .toList();
    }

    private String citation() {
        return "@misc{" + card.name() + ", title = {" + card.name() + "}, author = {"
                + (card.creator().isEmpty() ? card.name() : card.creator()) + "}, version = {" + manifest.version()
                + "}" + (card.url().isEmpty() ? "" : ", url = {" + card.url() + "}") + "}";
    }
}
