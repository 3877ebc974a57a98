package org.babelmill.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tokens.Tokenizer;
import org.babelmill.jobs.tokens.TokenizerFile;
import org.babelmill.jobs.tokens.Tokenizers;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.config.PrivacySettings.Kind;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.privacy.PiiFinder;
import org.babelmill.quality.privacy.PiiMasker;
import org.babelmill.quality.privacy.PiiSpan;
import org.babelmill.quality.signal.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardRowTest {

    private static final String TEXT = "Schreib an erika@muster.de oder melde dich bei 8.8.8.8.";
    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    private static Object[] published(String title, Kind... mask) {
        return published(Optional.empty(), title, mask);
    }

    private static Object[] published(Optional<Tokenizer> counter, String title, Kind... mask) {
        List<PiiSpan> spans = new PiiFinder().find(TEXT, GERMAN);
        Object[] document = filled(DocumentsTable.SCHEMA)
                .set("text", TEXT)
                .set("title", title)
                .build();
        Object[] signals = filled(SignalsTable.SCHEMA)
                .set("language", GERMAN.toString())
                .set("pii", SignalsTable.pii(spans))
                .set(Signal.CHARS.column(), (double) TEXT.length())
                .build();
        Object[] decision =
                filled(DecisionsTable.SCHEMA).set("language", GERMAN.toString()).build();
        PiiMasker masker = PiiMasker.of(new PrivacySettings(List.of(mask)));
        return new ShardRow(DocumentsTable.SCHEMA, SignalsTable.SCHEMA, masker, counter)
                .of(document, signals, decision);
    }

    private static RowBuilder filled(TableSchema schema) {
        RowBuilder row = new RowBuilder(schema);
        for (Column column : schema.columns()) {
            row.set(column.name(), value(column));
        }
        return row;
    }

    private static Object value(Column column) {
        if (column.nullable()) {
            return null;
        }
        if (column.type() instanceof ColumnType.ListOf) {
            return List.of();
        }
        return switch ((ColumnType.Scalar) column.type()) {
            case STRING -> "";
            case BINARY -> new byte[0];
            case INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
        };
    }

    private static String text(Object[] row) {
        return (String) row[ShardTable.SCHEMA.positions().get("text")];
    }

    @Test
    void personalDataIsMaskedWhenTheTextIsPublished() {
        assertThat(text(published("", Kind.values())))
                .doesNotContain("erika", "8.8.8.8")
                .startsWith("Schreib an ");
    }

    @Test
    void everyKindCanBeSwitchedOff() {
        assertThat(text(published("", Kind.IP))).contains("erika@muster.de").doesNotContain("8.8.8.8");
        assertThat(text(published(""))).isEqualTo(TEXT);
    }

    @Test
    void tokensOfTheMaskedTextAreCountedWhereThereIsATokenizer(@TempDir Path folder) throws IOException {
        int column = ShardTable.SCHEMA.positions().get("n_tokens");
        assertThat(published("")[column]).isNull();
        TokenizerFile file = new TokenizerFile(
                Tokenizers.bytes(folder.resolve("tokenizer.json")).toString());
        try (Tokenizer bytes = file.open(new Configuration())) {
            Object[] row = published(Optional.of(bytes), "", Kind.values());
            assertThat(row[column]).isEqualTo((long) text(row).length());
        }
    }

    @Test
    void theTitleIsMaskedToo() {
        Object[] row = published("Kontakt: erika@muster.de", Kind.EMAIL);

        assertThat((String) row[ShardTable.SCHEMA.positions().get("title")])
                .startsWith("Kontakt: ")
                .doesNotContain("erika");
    }
}
