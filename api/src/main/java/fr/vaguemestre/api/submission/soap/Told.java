package fr.vaguemestre.api.submission.soap;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;

/** The messages that leave, field for field as the WSDL has them. */
public final class Told {
  private Told() {}

  @XmlRootElement(name = "submitResponse")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"submission", "chrono", "receivedAt", "acknowledgement", "trackingCode"})
  public static class Submitted {
    long submission;
    String chrono;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar receivedAt;

    Given acknowledgement;
    String trackingCode;
  }

  @XmlRootElement(name = "addPieceResponse")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"addition", "receivedAt"})
  public static class Added {
    long addition;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar receivedAt;
  }

  @XmlRootElement(name = "statusResponse")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {
        "submission",
        "chrono",
        "trackingCode",
        "receivedAt",
        "type",
        "subject",
        "label",
        "since",
        "closed",
        "withdrawnAt",
        "acknowledgement",
        "addition"
      })
  public static class Status {
    long submission;
    String chrono;
    String trackingCode;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar receivedAt;

    String type;
    String subject;
    String label;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar since;

    boolean closed;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar withdrawnAt;

    List<Given> acknowledgement = new ArrayList<>();
    List<Addition> addition = new ArrayList<>();
  }

  @XmlRootElement(name = "documentsResponse")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"document"})
  public static class Documents {
    List<Document> document = new ArrayList<>();
  }

  @XmlRootElement(name = "replyResponse")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"reply"})
  public static class Replied {
    Reply reply;
  }

  @XmlRootElement(name = "problem")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"type", "title", "status", "detail", "code", "error", "incident"})
  public static class Trouble {
    String type;
    String title;
    int status;
    String detail;
    String code;
    List<FieldTrouble> error = new ArrayList<>();
    String incident;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "fieldError",
      propOrder = {"field", "code", "detail"})
  public static class FieldTrouble {
    String field;
    String code;
    String detail;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "acknowledgement",
      propOrder = {"kind", "number", "madeAt", "text"})
  public static class Given {
    String kind;
    String number;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar madeAt;

    String text;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "addition",
      propOrder = {"id", "kind", "receivedAt", "text", "file"})
  public static class Addition {
    long id;
    String kind;

    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar receivedAt;

    String text;
    List<String> file = new ArrayList<>();
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "document",
      propOrder = {"id", "name", "mediaType", "size", "sha256", "addition", "content"})
  public static class Document {
    Long id;
    String name;
    String mediaType;
    long size;
    String sha256;
    Long addition;

    @XmlElement
    @XmlMimeType("application/octet-stream")
    DataHandler content;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "reply",
      propOrder = {"sentAt", "means", "text", "document"})
  public static class Reply {
    @XmlSchemaType(name = "dateTime")
    XMLGregorianCalendar sentAt;

    String means;
    String text;
    Document document;
  }
}
