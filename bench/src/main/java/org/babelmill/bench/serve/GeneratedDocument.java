package org.babelmill.bench.serve;

import java.util.List;
import java.util.SplittableRandom;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.document.DocumentId;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.signal.Signal;

/** A document that follows from its place: everything about it is drawn by a generator that the place seeds. */
final class GeneratedDocument {

    /** A language of one document in 100,000. */
    static final String RARE = "quy_Latn";

    /** A rule that one document in 100,000 fails. */
    static final String RARE_RULE = "lorem-ipsum";

    private static final List<String> LANGUAGES = List.of(
            "eng_Latn", "deu_Latn", "rus_Cyrl", "cmn_Hans", "jpn_Jpan", "spa_Latn", "fra_Latn", "arb_Arab", "swh_Latn");
    private static final List<String> RULES =
            List.of("short-document", "prose", "list-like", "line-punctuation", "duplicate-lines", "digits");
    private static final BlankRow DOCUMENTS = new BlankRow(DocumentsTable.SCHEMA);
    private static final BlankRow SIGNALS = new BlankRow(SignalsTable.SCHEMA);
    private static final BlankRow DECISIONS = new BlankRow(DecisionsTable.SCHEMA);
    private static final BlankRow CLUSTERS = new BlankRow(ClustersTable.SCHEMA);

    /** Signals that somebody asks for; the others are null, since nothing reads their columns. */
    private static final List<Signal> READ = SignalsTable.measured().stream()
            .filter(signal -> signal == Signal.WDS
                    || FilterPlan.shipped("babelmill").signals().contains(signal))
            .toList();

    /** Different values of a signal. */
    private static final int FIGURES = 500;

    private static final int HOSTS = 200_000;
    private static final String WORDS =
            "the mill by the river had two wheels and the second one was older than the town";

    private final int split;
    private final int number;
    private final SplittableRandom random;
    private final String id;
    private final String host;
    private final String language;
    private final String outcome;
    private final String rule;

    GeneratedDocument(int split, int number) {
        this.split = split;
        this.number = number;
        this.random = new SplittableRandom((long) split << 32 | number);
        this.id = DocumentId.of(new ArchiveLocation(file(), offset(), 0)).value();
        double skewed = random.nextDouble();
        this.host = "www.host" + (int) (HOSTS * skewed * skewed * skewed) + ".example";
        boolean rare = random.nextInt(100_000) == 0;
        double share = random.nextDouble();
        this.language = rare ? RARE : LANGUAGES.get((int) (LANGUAGES.size() * share * share));
        int fate = random.nextInt(100_000);
        this.outcome = fate < 60_000 ? "kept" : fate < 75_000 ? "dedup" : "quality";
        this.rule = fate == 99_999
                ? RARE_RULE
                : outcome.equals("dedup") ? "near-duplicate" : RULES.get(fate % RULES.size());
    }

    String id() {
        return id;
    }

    String url() {
        return "https://" + host + "/2026/" + number % 12 + "/" + Long.toHexString(split * 31L + number)
                + "-the-mill-by-the-river-had-two-wheels.html";
    }

    String host() {
        return host;
    }

    String language() {
        return language;
    }

    String outcome() {
        return outcome;
    }

    String rule() {
        return rule;
    }

    boolean keep() {
        return outcome.equals("kept");
    }

    private String file() {
        return "crawl-data/CC-MAIN-2026-01/segments/1/warc/part-" + split + ".warc.gz";
    }

    private long offset() {
        return number * 45_000L;
    }

    private long key() {
        return (long) split << 40 | offset();
    }

    Object[] documentsRow() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 5; line++) {
            text.append(random.nextInt(1_000_000)).append(' ').append(WORDS).append(".\n");
        }
        return DOCUMENTS
                .row(id, key())
                .set("record_id", "urn:uuid:" + id)
                .set("url", url())
                .set("host", host)
                .set("date", "2026-01-" + (10 + number % 20) + "T00:00:00Z")
                .set("file", file())
                .set("offset", offset())
                .set("length", 45_000L)
                .set("digest", "sha1:" + id)
                .set("media_type", "text/html")
                .set("title", "Page " + number + " of " + host)
                .set("text", text.toString())
                .set("page_type", "article")
                .values();
    }

    Object[] signalsRow() {
        BlankRow.Filled row = SIGNALS.row(id, key())
                .set("url", url())
                .set("host", host)
                .set("language", language)
                .set("best_language", language)
                .set("language_score", figure(1))
                .set("fingerprint_high", random.nextLong())
                .set("fingerprint_low", random.nextLong())
                .set("url_high", random.nextLong())
                .set("url_low", random.nextLong())
                .set("sketch", bytes());
        for (Signal signal : READ) {
            row.set(
                    signal.column(),
                    figure(Double.isFinite(signal.unit().max()) ? signal.unit().max() : 1000));
        }
        return row.values();
    }

    private double figure(double most) {
        return random.nextInt(FIGURES) * most / FIGURES;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    Object[] decisionsRow() {
        List<Object[]> reasons =
                keep() ? List.of() : List.<Object[]>of(new Object[] {outcome, rule, "0.25", "<", "0.5"});
        return DECISIONS
                .row(id, key())
                .set("language", language)
                .set("keep", keep())
                .set("stage", keep() ? null : outcome)
                .set("reasons", reasons)
                .set("cluster_id", outcome.equals("dedup") ? cluster() : id)
                .set("cluster_size", outcome.equals("dedup") ? 2L : 1L)
                .set("words", 80L)
                .set("text_bytes", 450L)
                .values();
    }

    private String cluster() {
        return new GeneratedDocument(split, number ^ 1).id();
    }

    /** Whether it stands in a cluster. */
    boolean isTwin() {
        return outcome.equals("dedup");
    }

    Object[] clustersRow() {
        return CLUSTERS.row(id, key())
                .set("cluster", cluster())
                .set("survivor", cluster())
                .set("size", 2L)
                .set("similarity", 0.9)
                .set("link", "near")
                .values();
    }

    /** Whether the record after it did not become a document; one in fifty. */
    boolean leavesLedger() {
        return number % 50 == 0;
    }

    Object[] ledgerRow() {
        return new Object[] {
            file(),
            offset() + 1,
            45_000L,
            "urn:uuid:lost" + id,
            url() + "?lost",
            "record",
            "select",
            "http-status",
            "404",
            "not in",
            "200,203,206"
        };
    }
}
