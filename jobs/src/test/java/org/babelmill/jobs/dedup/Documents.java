package org.babelmill.jobs.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.hash.XxHash64;

/** Builds the input of duplicate detection from texts. */
final class Documents {

    private final Signer signer;
    private final List<Row> rows = new ArrayList<>();

    Documents(DedupSettings settings) {
        this.signer = SignatureScheme.of(settings).newSigner();
    }

    /** Settings over the defaults, as a YAML flow mapping such as {@code {mode: fineweb}}. */
    static DedupSettings settings(String dedup) {
        return ConfigurationLoader.bind(ConfigurationLoader.defaults().overlay("test", "dedup: " + dedup))
                .dedup();
    }

    /** Adds a document of which nothing is known but id and text. */
    Documents add(String id, String text) {
        return add(id, text, fields -> fields);
    }

    /** Adds a document with further facts. */
    Documents add(String id, String text, Function<Facts, Facts> more) {
        Facts facts = more.apply(new Facts("eng_Latn", "", null, "", 0, "", ""));
        DocumentSignature signature = signer.sign(text);
        rows.add(RowFactory.create(
                (long) rows.size(),
                id,
                facts.language(),
                signature.fingerprintHigh(),
                signature.fingerprintLow(),
                facts.url().isEmpty() ? 0 : XxHash64.hash("high" + facts.url()),
                facts.url().isEmpty() ? 0 : XxHash64.hash(facts.url()),
                signature.bands(),
                signature.sketch(),
                signature.shingleSet(),
                text.length(),
                facts.score(),
                facts.date(),
                facts.licenceRank(),
                facts.host(),
                facts.dump()));
        return this;
    }

    List<Row> rows() {
        return rows;
    }

    Dataset<Row> in(SparkSession spark) {
        return spark.createDataFrame(rows, DedupView.SCHEMA);
    }

    /** What a document may have besides id and text. */
    record Facts(String language, String url, Double score, String date, int licenceRank, String host, String dump) {

        Facts language(String value) {
            return new Facts(value, url, score, date, licenceRank, host, dump);
        }

        Facts capture(String address, String fetched, String crawl) {
            return new Facts(language, address, score, fetched, licenceRank, host, crawl);
        }

        Facts score(double value) {
            return new Facts(language, url, value, date, licenceRank, host, dump);
        }

        Facts date(String value) {
            return new Facts(language, url, score, value, licenceRank, host, dump);
        }

        Facts licence(int rank) {
            return new Facts(language, url, score, date, rank, host, dump);
        }

        Facts at(String site, String crawl) {
            return new Facts(language, url, score, date, licenceRank, site, crawl);
        }
    }
}
