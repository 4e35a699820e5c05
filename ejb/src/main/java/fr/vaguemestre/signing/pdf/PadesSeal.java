package fr.vaguemestre.signing.pdf;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An electronic seal on a PDF: PAdES baseline B-B (ETSI EN 319 142-1), not shown on the page. As
 * {@link GriffeStamp}, only on PDFs of our own making.
 */
public final class PadesSeal {
  private static final int ROOM = 32 * 1024;

  private PadesSeal() {}

  /**
   * Seals {@code pdf} into {@code out}, which may not be the same file: its bytes, then the seal.
   *
   * @param chain the certificate of the key first
   * @param at when, as the server's clock says
   */
  public static void apply(
      Path pdf, PrivateKey key, List<X509Certificate> chain, String reason, Instant at, Path out)
      throws IOException {
    try (PDDocument document =
            Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        var options = new SignatureOptions();
        var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
      var seal = new PDSignature();
      seal.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      seal.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      seal.setReason(reason);
      seal.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
      options.setPreferredSignatureSize(ROOM);
      document.addSignature(seal, content -> signed(content, key, chain), options);
      document.saveIncremental(stream);
    }
  }

  /**
   * Whether PDFs can be sealed with the key, and the seal be verified by its certificate.
   *
   * @param chain as for {@link #apply}
   */
  public static boolean works(PrivateKey key, List<X509Certificate> chain) {
    var content = new byte[32];
    try {
      var seal = signed(new ByteArrayInputStream(content), key, chain);
      var signer =
          new CMSSignedData(new CMSProcessableByteArray(content), seal)
              .getSignerInfos()
              .iterator()
              .next();
      return seal.length <= ROOM
          && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(chain.getFirst()));
    } catch (IOException | CMSException | OperatorCreationException e) {
      return false;
    }
  }

  private static byte[] signed(InputStream content, PrivateKey key, List<X509Certificate> chain)
      throws IOException {
    try {
      var generator = new CMSSignedDataGenerator();
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(digests)
              .setSignedAttributeGenerator(attributes(chain.getFirst()))
              .build(
                  new JcaContentSignerBuilder(
                          "EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA")
                      .build(key),
                  chain.getFirst()));
      generator.addCertificates(new JcaCertStore(chain));
      return generator
          .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
          .getEncoded();
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IOException(e);
    }
  }

  /** Names the certificate (RFC 5035); PAdES tells the time in the PDF, never here. */
  private static CMSAttributeTableGenerator attributes(X509Certificate certificate)
      throws GeneralSecurityException {
    var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    var named =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
    var usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(named)));
    return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
  }
}
