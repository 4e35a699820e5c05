package fr.vaguemestre.api.submission.soap;

import fr.vaguemestre.acknowledgement.Acknowledgement;
import fr.vaguemestre.submission.Paper;
import fr.vaguemestre.submission.Received;
import fr.vaguemestre.submission.SubmissionStatus;
import java.time.Instant;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** What services answer, as the messages of the WSDL. */
final class Telling {
  private static final DatatypeFactory TIMES = times();

  private Telling() {}

  static Told.Submitted of(Received received) {
    var told = new Told.Submitted();
    told.submission = received.id();
    told.chrono = received.chrono();
    told.receivedAt = at(received.receivedAt());
    told.acknowledgement = of(received.acknowledgement());
    told.trackingCode = received.trackingCode();
    return told;
  }

  static Told.Status of(SubmissionStatus status) {
    var told = new Told.Status();
    told.submission = status.id();
    told.chrono = status.chrono();
    told.trackingCode = status.trackingCode();
    told.receivedAt = at(status.receivedAt());
    told.type = status.type();
    told.subject = status.subject();
    told.label = status.label();
    told.since = at(status.since());
    told.closed = status.closed();
    told.withdrawnAt = at(status.withdrawnAt());
    status.acknowledgements().forEach(one -> told.acknowledgement.add(of(one)));
    status.additions().forEach(one -> told.addition.add(of(one)));
    return told;
  }

  /** Without its bytes. */
  static Told.Document of(Paper paper) {
    var told = new Told.Document();
    told.id = paper.id();
    told.name = paper.name();
    told.mediaType = paper.mediaType();
    told.size = paper.size();
    told.sha256 = paper.sha256();
    told.addition = paper.addition();
    return told;
  }

  private static Told.Given of(Acknowledgement given) {
    var told = new Told.Given();
    told.kind = given.kind().name();
    told.number = given.number();
    told.madeAt = at(given.madeAt());
    told.text = given.text();
    return told;
  }

  private static Told.Addition of(SubmissionStatus.Addition addition) {
    var told = new Told.Addition();
    told.id = addition.id();
    told.kind = addition.kind().name();
    told.receivedAt = at(addition.receivedAt());
    told.text = addition.words();
    told.file.addAll(addition.files());
    return told;
  }

  /** In UTC; null for null. */
  static XMLGregorianCalendar at(Instant instant) {
    return instant == null ? null : TIMES.newXMLGregorianCalendar(instant.toString());
  }

  private static DatatypeFactory times() {
    try {
      return DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
