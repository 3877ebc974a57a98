package org.babelmill.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.ProtectionPolicy;
import org.apache.pdfbox.pdmodel.encryption.PublicKeyProtectionPolicy;
import org.apache.pdfbox.pdmodel.encryption.PublicKeyRecipient;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.babelmill.pipeline.decision.EarlierRule;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Files that need a password or a key end with a rule for the ledger; those that only limit what one may do are read. */
class EncryptedPdfTest {

    private static byte[] pdf(ProtectionPolicy policy) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(50, 700);
                text.showText("The ferry leaves at nine.");
                text.endText();
            }
            document.protect(policy);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static X509Certificate certificate() throws GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair pair = keys.generateKeyPair();
        X500Name name = new X500Name("CN=reader");
        Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
        Date to = Date.from(Instant.parse("2126-01-01T00:00:00Z"));
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, to, name, pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static EarlierRule rule(byte[] pdf) {
        return catchThrowableOfType(UnreadablePdfException.class, () -> new PdfExtractor(10, 10_000).extract(pdf))
                .rule();
    }

    @Test
    void aPasswordIsNeeded() throws IOException {
        byte[] pdf = pdf(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));

        assertThat(rule(pdf)).isEqualTo(EarlierRule.EXTRACT_ENCRYPTED_PDF);
    }

    @Test
    void aFileThatOpensWithoutPasswordIsRead() throws Exception {
        byte[] pdf = pdf(new StandardProtectionPolicy("owner", "", new AccessPermission()));

        assertThat(new PdfExtractor(10, 10_000).extract(pdf).tree().blocks()).hasSize(1);
    }

    @Test
    void aKeyIsNeeded() throws Exception {
        PublicKeyRecipient recipient = new PublicKeyRecipient();
        recipient.setX509(certificate());
        recipient.setPermission(new AccessPermission());
        PublicKeyProtectionPolicy policy = new PublicKeyProtectionPolicy();
        policy.addRecipient(recipient);

        assertThat(rule(pdf(policy))).isIn(EarlierRule.EXTRACT_ENCRYPTED_PDF, EarlierRule.EXTRACT_BROKEN_PDF);
    }
}
