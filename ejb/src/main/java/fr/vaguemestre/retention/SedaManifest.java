package fr.vaguemestre.retention;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An ArchiveTransfer of the SEDA 2.1 (NF Z44-022, MEDONA): one archive unit a letter. */
final class SedaManifest {
  static final String NAMESPACE = "fr:gouv:culture:archivesdefrance:seda:v2.1";

  private final Handover handover;
  private final XMLStreamWriter xml;

  private SedaManifest(Handover handover, XMLStreamWriter xml) {
    this.handover = handover;
    this.xml = xml;
  }

  static byte[] of(Handover handover) {
    try {
      var bytes = new ByteArrayOutputStream();
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new SedaManifest(handover, xml).write();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    begin("ArchiveTransfer");
    xml.writeDefaultNamespace(NAMESPACE);
    text("Comment", "Versement " + handover.number());
    text(
        "Date",
        DateTimeFormatter.ISO_INSTANT.format(handover.at().truncatedTo(ChronoUnit.SECONDS)));
    text("MessageIdentifier", handover.number());
    if (handover.agreement() != null) {
      text("ArchivalAgreement", handover.agreement());
    }
    begin("CodeListVersions");
    text("MessageDigestAlgorithmCodeListVersion", "MessageDigestAlgorithmCodeListVersion0");
    text("MimeTypeCodeListVersion", "MimeTypeCodeListVersion0");
    end();
    begin("DataObjectPackage");
    for (var letter : handover.letters()) {
      objects(letter);
    }
    begin("DescriptiveMetadata");
    for (var letter : handover.letters()) {
      unit(letter);
    }
    end();
    begin("ManagementMetadata");
    text("LegalStatus", "Public Archive");
    text("OriginatingAgencyIdentifier", handover.producer());
    text("SubmissionAgencyIdentifier", handover.producer());
    end();
    end();
    agency("ArchivalAgency", handover.agency());
    agency("TransferringAgency", handover.producer());
    end();
    xml.writeEndDocument();
  }

  private void objects(Handover.Letter letter) throws XMLStreamException {
    if (letter.pieces().isEmpty()) {
      return;
    }
    begin("DataObjectGroup");
    xml.writeAttribute("id", group(letter));
    for (var piece : letter.pieces()) {
      begin("BinaryDataObject");
      xml.writeAttribute("id", piece.id());
      text("DataObjectVersion", "BinaryMaster_" + (letter.pieces().indexOf(piece) + 1));
      text("Uri", piece.uri());
      begin("MessageDigest");
      xml.writeAttribute("algorithm", "SHA-512");
      xml.writeCharacters(piece.sha512());
      end();
      text("Size", Long.toString(piece.size()));
      begin("FormatIdentification");
      text("MimeType", piece.mediaType());
      end();
      begin("FileInfo");
      text("Filename", piece.name());
      end();
      end();
    }
    end();
  }

  private void unit(Handover.Letter letter) throws XMLStreamException {
    begin("ArchiveUnit");
    xml.writeAttribute("id", "unit-" + letter.id());
    begin("Management");
    begin("AppraisalRule");
    text("Rule", letter.retention());
    text("StartDate", letter.closedOn().toString());
    text("FinalAction", "Keep");
    end();
    end();
    begin("Content");
    text("DescriptionLevel", "Item");
    text("Title", letter.subject());
    text("OriginatingAgencyArchiveUnitIdentifier", letter.chrono());
    text("Description", letter.description());
    if (letter.documentDate() != null) {
      text("CreatedDate", letter.documentDate().toString());
    }
    text("ReceivedDate", letter.received().toString());
    text("StartDate", letter.received().toString());
    text("EndDate", letter.closedOn().toString());
    end();
    if (!letter.pieces().isEmpty()) {
      begin("DataObjectReference");
      text("DataObjectGroupReferenceId", group(letter));
      end();
    }
    end();
  }

  private void agency(String name, String identifier) throws XMLStreamException {
    begin(name);
    text("Identifier", identifier);
    end();
  }

  private static String group(Handover.Letter letter) {
    return "group-" + letter.id();
  }

  private void begin(String name) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void text(String name, String text) throws XMLStreamException {
    begin(name);
    xml.writeCharacters(legal(text));
    end();
  }

  /** Without the characters that XML 1.0 has no way to write. */
  private static String legal(String text) {
    var legal = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }
}
