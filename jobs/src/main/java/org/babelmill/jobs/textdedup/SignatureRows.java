package org.babelmill.jobs.textdedup;

import java.util.Arrays;
import org.babelmill.dedup.address.UrlKey;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.jobs.documents.CrawlName;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.table.SignaturesTable;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.document.DocumentId;

/** Signs the texts of one file. Not thread-safe. */
final class SignatureRows {

    private final InputFile file;
    private final String dump;
    private final Signer signer;
    private final RowBuilder row = new RowBuilder(SignaturesTable.SCHEMA);

    /**
     * Rows of a file's texts.
     *
     * @param dumpSetting what {@code input.dump} says
     */
    SignatureRows(InputFile file, String dumpSetting, SignatureScheme scheme) {
        this.file = file;
        this.dump = CrawlName.of(file, dumpSetting);
        this.signer = scheme.newSigner();
    }

    /** The row of a text. */
    Object[] of(TextItem.Document document) {
        String url = document.url();
        UrlKey address = UrlKey.of(url);
        row.set("id", id(document))
                .set("key", file.key(document.offset()))
                .set("file", file.name())
                .set("offset", document.offset())
                .set("url", url)
                .set("host", url.isEmpty() ? "" : PageAddress.of(url).host())
                .set("url_high", address.high())
                .set("url_low", address.low())
                .set("date", document.date())
                .set("dump", dump)
                .set("language", document.language())
                .set(
                        "text_length",
                        document.text().codePointCount(0, document.text().length()))
                .set("licence_rank", 0);
        return signature(signer.sign(document.text())).build();
    }

    private String id(TextItem.Document document) {
        return document.id().isEmpty()
                ? DocumentId.of(new ArchiveLocation(file.name(), document.offset(), 0))
                        .value()
                : document.id();
    }

    private RowBuilder signature(DocumentSignature signature) {
        return row.set("fingerprint_high", signature.fingerprintHigh())
                .set("fingerprint_low", signature.fingerprintLow())
                .set("bands", Arrays.stream(signature.bands()).boxed().toList())
                .set("sketch", signature.sketch())
                .set("shingle_set", signature.shingleSet())
                .set("shingles", signature.shingles());
    }
}
