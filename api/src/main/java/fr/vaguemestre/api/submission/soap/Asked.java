package fr.vaguemestre.api.submission.soap;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The messages that come, field for field as the WSDL has them. */
public final class Asked {
  private Asked() {}

  @XmlRootElement(name = "submitRequest")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {
        "idempotencyKey",
        "type",
        "subject",
        "text",
        "person",
        "company",
        "association",
        "answer",
        "replyTo",
        "file"
      })
  public static class Submit {
    String idempotencyKey;

    @XmlElement(required = true)
    String type;

    @XmlElement(required = true)
    String subject;

    String text;
    Person person;
    Organisation company;
    Organisation association;
    List<NamedAnswer> answer = new ArrayList<>();
    String replyTo;
    List<SentFile> file = new ArrayList<>();
  }

  @XmlRootElement(name = "addPieceRequest")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"submission", "idempotencyKey", "text", "file"})
  public static class AddPiece {
    long submission;
    String idempotencyKey;
    String text;

    @XmlElement(required = true)
    List<SentFile> file = new ArrayList<>();
  }

  /** One of the two. */
  @XmlRootElement(name = "statusRequest")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"submission", "trackingCode"})
  public static class Status {
    Long submission;
    String trackingCode;
  }

  @XmlRootElement(name = "documentsRequest")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"submission", "document"})
  public static class Documents {
    long submission;
    Long document;
  }

  @XmlRootElement(name = "replyRequest")
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "",
      propOrder = {"submission"})
  public static class Reply {
    long submission;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "person",
      propOrder = {"firstName", "lastName", "email", "phone", "postalAddress"})
  public static class Person {
    @XmlElement(required = true)
    String firstName;

    @XmlElement(required = true)
    String lastName;

    @XmlElement(required = true)
    String email;

    String phone;

    @XmlElement(required = true)
    PostalAddress postalAddress;
  }

  /** A company or an association. */
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "organisation",
      propOrder = {"name", "number", "firstName", "lastName", "email", "phone", "postalAddress"})
  public static class Organisation {
    @XmlElement(required = true)
    String name;

    @XmlElement(required = true)
    String number;

    String firstName;
    String lastName;
    String email;
    String phone;
    PostalAddress postalAddress;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "postalAddress",
      propOrder = {"street", "complement", "postcode", "city"})
  public static class PostalAddress {
    @XmlElement(required = true)
    String street;

    String complement;

    @XmlElement(required = true)
    String postcode;

    @XmlElement(required = true)
    String city;
  }

  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "answer",
      propOrder = {"name", "value"})
  public static class NamedAnswer {
    @XmlElement(required = true)
    String name;

    @XmlElement(required = true)
    String value;
  }

  /** Its bytes lie on the disk while they are in a part of their own (MTOM). */
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "file",
      propOrder = {"name", "content"})
  public static class SentFile {
    @XmlElement(required = true)
    String name;

    @XmlElement(required = true)
    @XmlMimeType("application/octet-stream")
    DataHandler content;
  }
}
