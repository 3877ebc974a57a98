package org.babelmill.jobs.dedup;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What duplicate detection must know of a document: the columns of its input. */
public final class DedupView {

    /** A number that no other document of the input has. */
    public static final String KEY = "key";
    /** The document's id; of documents that nothing else tells apart, the one with the smallest id stays. */
    public static final String ID = "id";
    /** The language label. Documents of different languages are never compared. */
    public static final String LANGUAGE = "language";
    /** Upper half of the content fingerprint. */
    public static final String FINGERPRINT_HIGH = "fingerprint_high";
    /** Lower half of the content fingerprint. */
    public static final String FINGERPRINT_LOW = "fingerprint_low";
    /** Upper half of the hash of the canonical address. */
    public static final String URL_HIGH = "url_high";
    /** Lower half of it; both halves 0 without address. */
    public static final String URL_LOW = "url_low";
    /** Hashes of the bands; empty for a document shorter than a shingle. */
    public static final String BANDS = "bands";
    /** The sketch; empty for a document shorter than a shingle. */
    public static final String SKETCH = "sketch";
    /** Hashes of the shingles; empty unless pairs are checked exactly. */
    public static final String SHINGLE_SET = "shingle_set";
    /** Length of the text. */
    public static final String TEXT_LENGTH = "text_length";
    /** Quality score; may be null. */
    public static final String SCORE = "score";
    /** When the document was fetched, ISO 8601 in UTC, so that text order is time order; empty when unknown. */
    public static final String DATE = "date";
    /** How permissive the licence is: larger allows more, 0 when it is not known. */
    public static final String LICENCE_RANK = "licence_rank";
    /** Host of the address; empty when unknown. */
    public static final String HOST = "host";
    /** Crawl that the document is from; empty when unknown. */
    public static final String DUMP = "dump";

    /** The columns with their types. Only the score may be null. */
    public static final StructType SCHEMA = new StructType(new StructField[] {
        required(KEY, DataTypes.LongType),
        required(ID, DataTypes.StringType),
        required(LANGUAGE, DataTypes.StringType),
        required(FINGERPRINT_HIGH, DataTypes.LongType),
        required(FINGERPRINT_LOW, DataTypes.LongType),
        required(URL_HIGH, DataTypes.LongType),
        required(URL_LOW, DataTypes.LongType),
        required(BANDS, DataTypes.createArrayType(DataTypes.LongType, false)),
        required(SKETCH, DataTypes.BinaryType),
        required(SHINGLE_SET, DataTypes.BinaryType),
        required(TEXT_LENGTH, DataTypes.IntegerType),
        DataTypes.createStructField(SCORE, DataTypes.DoubleType, true),
        required(DATE, DataTypes.StringType),
        required(LICENCE_RANK, DataTypes.IntegerType),
        required(HOST, DataTypes.StringType),
        required(DUMP, DataTypes.StringType)
    });

    private DedupView() {}

    /**
     * The view's columns of a dataset, in order.
     *
     * @throws IllegalArgumentException when columns are missing or of another type; names all of them
     */
    static Dataset<Row> of(Dataset<Row> documents) {
        List<String> wrong = Arrays.stream(SCHEMA.fields())
                .filter(field -> !fits(documents.schema(), field))
                .map(field -> field.name() + " " + field.dataType().simpleString())
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("the input of duplicate detection lacks the columns "
                    + String.join(", ", wrong) + "; it has " + new TreeSet<>(List.of(documents.columns())));
        }
        return documents.selectExpr(SCHEMA.fieldNames());
    }

    private static boolean fits(StructType schema, StructField field) {
        return Arrays.stream(schema.fields())
                .anyMatch(f -> f.name().equals(field.name()) && f.dataType().sameType(field.dataType()));
    }

    private static StructField required(String name, DataType type) {
        return DataTypes.createStructField(name, type, false);
    }
}
