package org.babelmill.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page can name what it likes, servers and files of this machine too: nothing of it is opened. */
class NothingIsFetchedTest {

    private static final String TEXT = "<h1>The walk</h1><p>It was early, and the sun had not yet come up over the"
            + " ridge. We took the path behind the church, which was wet from the night.</p>";

    @TempDir
    private Path folder;

    private final DocumentExtractor extractor = Pages.extractor();
    private ServerSocket server;
    private String address;
    private Path secret;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        address = "http://127.0.0.1:" + server.getLocalPort() + "/";
        secret = Files.writeString(folder.resolve("secret.txt"), "the launch code");
    }

    /** The first connection that waits at the server is the test's own. */
    @AfterEach
    void nobodyCame() throws IOException {
        try (ServerSocket listening = server;
                Socket own = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket first = listening.accept()) {
            assertThat(first.getPort()).as("who came first").isEqualTo(own.getLocalPort());
        }
    }

    private String text(String contentType, byte[] body) {
        ExtractionOutcome outcome = extractor.extract(Pages.record(contentType, body));
        assertThat(outcome).isInstanceOf(ExtractionOutcome.Extracted.class);
        return ((ExtractionOutcome.Extracted) outcome).document().content().text();
    }

    @Test
    void whatAPageEmbedsOrLinksStaysWhereItIs() {
        String page = """
                <html><head><base href="%1$s"><meta http-equiv=refresh content="0;url=%1$srefresh">
                <link rel=stylesheet href="style.css"><link rel=canonical href="%1$scanonical">
                <link rel=import href=import.html><link rel=preload as=fetch href=preload>
                <script src=script.js></script><style>@import url(%1$simport.css)</style></head>
                <body background="%1$sback.png">%2$s
                <img src=a.png srcset="%1$sb.png 2x"><iframe src="%1$sframe"></iframe><object data=o.swf></object>
                <embed src=e.swf><video src=v.mp4 poster=p.png></video><audio src=a.mp3></audio>
                <svg><image href="%1$si.svg" /><use href="%1$su.svg#x" /></svg>
                <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://%3$s" parse="text"/>
                <a ping="%1$sping" href="%1$slink">further</a></body></html>""".formatted(address, TEXT, secret);

        assertThat(text("text/html", page.getBytes(UTF_8)))
                .contains("behind the church")
                .doesNotContain("launch code");
    }

    @Test
    void theEntitiesOfAnXhtmlPageAreNotResolved() {
        String page = """
                <?xml version="1.0"?>
                <?xml-stylesheet href="%1$sstyle.xsl" type="text/xsl"?>
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "%1$sxhtml.dtd" [
                <!ENTITY file SYSTEM "file://%3$s">
                <!ENTITY net SYSTEM "%1$sentity">
                <!ENTITY %% outer SYSTEM "%1$souter.dtd"> %%outer;]>
                <html xmlns="http://www.w3.org/1999/xhtml"><body>%2$s<p>Here: &file; and &net;</p></body></html>""".formatted(address, TEXT, secret);

        for (String type : new String[] {"application/xhtml+xml", "text/html"}) {
            assertThat(text(type, page.getBytes(UTF_8)))
                    .contains("behind the church")
                    .doesNotContain("launch code");
        }
    }

    @Test
    void aPdfsFormsMetadataAndOutsideStreamsAreLeftAlone() throws IOException {
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"" + address + "x.dtd\" [<!ENTITY file SYSTEM \"file://"
                        + secret + "\"><!ENTITY net SYSTEM \"" + address + "entity\">]><x>&file;&net;</x>";

        assertThat(text("application/pdf", pdf(xml)))
                .contains("behind the church")
                .doesNotContain("launch code");
    }

    private byte[] pdf(String xml) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("We took the path behind the church, which was wet from the night.");
                content.endText();
            }
            COSStream outside = stream(document, "");
            outside.setString(COSName.F, address + "stream");
            page.getCOSObject().setItem(COSName.getPDFName("Thumb"), outside);
            PDAcroForm form = new PDAcroForm(document);
            form.getCOSObject().setItem(COSName.XFA, stream(document, xml));
            document.getDocumentCatalog().setAcroForm(form);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.METADATA, stream(document, xml));
            PDActionURI action = new PDActionURI();
            action.setURI(address + "action");
            document.getDocumentCatalog().setOpenAction(action);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static COSStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(UTF_8));
        }
        return stream;
    }
}
