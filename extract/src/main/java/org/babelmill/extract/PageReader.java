package org.babelmill.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.ExtractedDocument.Encoding;
import org.babelmill.extract.ExtractedDocument.Evidence;
import org.babelmill.extract.charset.DecodedText;
import org.babelmill.extract.charset.PageDecoder;
import org.babelmill.extract.content.ContentSelector;
import org.babelmill.extract.content.MainContent;
import org.babelmill.extract.content.PageType;
import org.babelmill.extract.evidence.LanguageHints;
import org.babelmill.extract.evidence.Licence;
import org.babelmill.extract.evidence.Licences;
import org.babelmill.extract.evidence.MachineTranslation;
import org.babelmill.extract.evidence.OptOut;
import org.babelmill.extract.evidence.PageMetadata;
import org.babelmill.extract.features.PageContext;
import org.babelmill.extract.http.ContentSniffer;
import org.babelmill.extract.page.HtmlParser;
import org.babelmill.extract.page.LinearText;
import org.babelmill.extract.page.PageWalk;
import org.babelmill.extract.page.SelfClosingTags;
import org.babelmill.extract.text.TextLines;
import org.babelmill.extract.tree.Block;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Paragraph;
import org.babelmill.extract.tree.RichText;
import org.babelmill.pipeline.config.ExtractSettings;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.jsoup.nodes.Document;

/** Reads HTML and plain text. Not thread-safe. */
final class PageReader {

    private static final double MAX_CONTROL_SHARE = 0.05;
    private static final int MAX_BLOCKS = 100_000;

    /** Pages that show fewer words than this are looked through for text that they hold as data. */
    private static final int FEW_WORDS = 60;

    private final ExtractionResources resources;
    private final ExtractSettings settings;
    private final Rights rights;
    private final PageDecoder decoder = new PageDecoder();
    private final HtmlParser parser = new HtmlParser();
    private final PageWalk walk = new PageWalk(MAX_BLOCKS);
    private final ContentSelector selector;

    PageReader(ExtractionResources resources, Rights rights) {
        this.resources = resources;
        this.settings = resources.extract();
        this.rights = rights;
        this.selector = new ContentSelector(resources.model());
    }

    /**
     * Reads a page.
     *
     * @throws RefusedException when it is not text, or its own statements keep it out
     */
    Draft html(Content content) throws RefusedException {
        DecodedText decoded = decode(content);
        CharSequence html = content.mediaType().equals("application/xhtml+xml")
                ? SelfClosingTags.expand(decoded.text())
                : decoded.characters();
        Optional<Document> page =
                HtmlParser.mayExceed(html, settings.maxNodes()) ? Optional.empty() : parser.parse(html);
        return page.isPresent() ? parsed(content, decoded, page.get()) : linear(content, decoded, html.toString());
    }

    /** Reads plain text. */
    Draft text(Content content) throws RefusedException {
        DecodedText decoded = decode(content);
        List<String> lines = TextLines.of(decoded.text(), settings.maxTextChars());
        boolean cut = decoded.characters().length() > settings.maxTextChars();
        return plain(content, decoded, lines, new PlainKind(Degradation.NONE, 1, cut));
    }

    private DecodedText decode(Content content) throws RefusedException {
        DecodedText decoded = decoder.decode(content.bytes(), content.charset());
        double share = ContentSniffer.controlShare(decoded.characters());
        if (share > MAX_CONTROL_SHARE) {
            throw new RefusedException(
                    EarlierRule.EXTRACT_BINARY,
                    Double.toString(share),
                    Comparison.ABOVE,
                    Double.toString(MAX_CONTROL_SHARE));
        }
        return decoded;
    }

    private Draft parsed(Content content, DecodedText decoded, Document page) throws RefusedException {
        boolean complete = walk.walk(page.body());
        PageMetadata metadata = PageMetadata.of(page, walk.parts());
        Evidence evidence = evidence(content, metadata);
        check(evidence);
        MainContent main = select(page, new PageContext(content.record().url(), metadata));
        return new Draft(
                new DocumentTree(metadata.meta("og:title").orElse(metadata.title()), main.blocks()),
                main.type(),
                main.byRule() ? Degradation.LIGHT : Degradation.FULL,
                main.confidence(),
                encoding(decoded),
                evidence,
                !complete);
    }

    /** The main content of the page that was walked last, or the text that it holds as data. */
    private MainContent select(Document page, PageContext context) {
        MainContent shown = selector.select(walk.outline(), context);
        if (shown.words() >= FEW_WORDS) {
            return shown;
        }
        Optional<Document> embedded =
                EmbeddedText.find(page, context.metadata()).flatMap(parser::parse);
        if (embedded.isEmpty()) {
            return shown;
        }
        walk.walk(embedded.get().body());
        MainContent whole = ContentSelector.everything(walk.outline(), shown.type());
        return whole.words() > 2 * shown.words() ? whole : shown;
    }

    private Evidence evidence(Content content, PageMetadata metadata) {
        List<OptOut> optOuts = new ArrayList<>(content.headerOptOuts());
        optOuts.addAll(resources.optOuts().inPage(metadata));
        List<Licence> licences = Licences.of(metadata, walk.parts().licences());
        return new Evidence(
                LanguageHints.of(content.record().url(), content.headers(), metadata),
                optOuts,
                licences,
                MachineTranslation.marker(metadata, walk.parts()),
                Optional.empty());
    }

    private void check(Evidence evidence) throws RefusedException {
        rights.check(evidence.optOuts());
        rights.checkLicences(evidence.licences());
        if (!settings.keepMachineTranslated() && evidence.machineTranslation().isPresent()) {
            throw new RefusedException(
                    EarlierRule.EXTRACT_MACHINE_TRANSLATED,
                    evidence.machineTranslation().get(),
                    Comparison.MATCHES,
                    "");
        }
    }

    private Draft linear(Content content, DecodedText decoded, String html) throws RefusedException {
        List<String> lines = LinearText.lines(html, settings.maxTextChars());
        return plain(content, decoded, lines, new PlainKind(Degradation.BASELINE, 0, true));
    }

    private record PlainKind(Degradation degradation, double confidence, boolean cut) {}

    private Draft plain(Content content, DecodedText decoded, List<String> lines, PlainKind kind)
            throws RefusedException {
        Evidence evidence = new Evidence(
                new LanguageHints(
                        "", "", content.headers().first("Content-Language").orElse(""), ""),
                content.headerOptOuts(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        check(evidence);
        List<Block> blocks = lines.stream()
                .<Block>map(line -> new Paragraph(RichText.of(line)))
                .toList();
        return new Draft(
                new DocumentTree("", blocks),
                PageType.ARTICLE,
                kind.degradation(),
                kind.confidence(),
                encoding(decoded),
                evidence,
                kind.cut());
    }

    private static Encoding encoding(DecodedText decoded) {
        return new Encoding(decoded.charset(), decoded.evidence(), decoded.replaced(), 0);
    }
}
