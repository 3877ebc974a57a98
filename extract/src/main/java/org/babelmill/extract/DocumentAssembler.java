package org.babelmill.extract;

import java.util.Optional;
import org.babelmill.extract.ExtractedDocument.Source;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.http.HttpMessage;
import org.babelmill.extract.repair.RepairedTree;
import org.babelmill.extract.repair.TreeRepair;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Markdown;
import org.babelmill.extract.tree.PlainText;
import org.babelmill.extract.tree.TreeEncoder;
import org.babelmill.pipeline.config.ExtractSettings;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;

/** Renders what was read and puts the document together. Not thread-safe. */
final class DocumentAssembler {

    private final ExtractSettings settings;

    DocumentAssembler(ExtractSettings settings) {
        this.settings = settings;
    }

    /** @throws RefusedException when no text came out */
    ExtractedDocument assemble(Content content, Draft draft) throws RefusedException {
        RepairedTree repaired =
                settings.repairText() ? TreeRepair.repair(draft.tree()) : new RepairedTree(draft.tree(), 0);
        DocumentTree tree = repaired.tree();
        String text = render(tree);
        boolean cut = text.length() > settings.maxTextChars();
        if (cut) {
            text = text.substring(0, lineEnd(text, settings.maxTextChars()));
        }
        if (text.isBlank()) {
            throw new RefusedException(EarlierRule.EXTRACT_EMPTY, "0", Comparison.BELOW, "1");
        }
        boolean limited = cut || draft.cut() || content.cut();
        Degradation degradation =
                limited && draft.degradation() == Degradation.FULL ? Degradation.LIGHT : draft.degradation();
        return new ExtractedDocument(
                source(content, limited),
                draft.encoding().withRepaired(repaired.places()),
                new ExtractedDocument.Content(
                        tree.title(), text, TreeEncoder.encode(tree), draft.type(), degradation, draft.confidence()),
                draft.evidence());
    }

    private String render(DocumentTree tree) {
        return switch (settings.format()) {
            case TEXT -> PlainText.render(tree);
            case MARKDOWN -> Markdown.render(tree);
        };
    }

    /** The last line end before the limit; the limit itself, but not inside a surrogate pair, when there is none. */
    private static int lineEnd(String text, int limit) {
        int end = text.lastIndexOf('\n', limit);
        if (end > 0) {
            return end;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    private static Source source(Content content, boolean limited) {
        ArchiveRecord record = content.record();
        Optional<HttpMessage> http = record.http();
        return new Source(
                record.location(),
                record.recordId(),
                record.url(),
                record.date(),
                content.mediaType(),
                http.map(HttpMessage::status).orElse(0),
                PayloadDigest.of(record, content.bytes()),
                limited || record.truncated().isPresent());
    }
}
