package fr.vaguemestre.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A refusal before a SOAP service is reached, as the fault {@code problem} that the service itself
 * would answer ({@code submissions-v1.wsdl}).
 */
public record SoapRefusal(String type, String title, int status, String detail, String code) {
  /** Media type of a fault. */
  public static final String XML = "text/xml; charset=UTF-8";

  private static final String PLACE = "/soap/";
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String NAMESPACE = "urn:vaguemestre:submissions:v1";

  /** Whether who asks speaks SOAP; a WSDL is asked for with GET. */
  public static boolean covers(HttpServletRequest request) {
    return "POST".equals(request.getMethod())
        && request.getServletPath() != null
        && request.getServletPath().startsWith(PLACE);
  }

  /** SOAP 1.1, 6.2: a fault comes with 500; but a password is asked for with 401. */
  public int http() {
    return status == HttpServletResponse.SC_UNAUTHORIZED
        ? status
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  /** The envelope, in UTF-8. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try {
      var xml =
          XMLOutputFactory.newInstance()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("e", "Envelope", ENVELOPE);
      xml.writeNamespace("e", ENVELOPE);
      xml.writeStartElement("e", "Body", ENVELOPE);
      xml.writeStartElement("e", "Fault", ENVELOPE);
      plain(xml, "faultcode", "e:Server");
      plain(xml, "faultstring", detail);
      xml.writeStartElement("detail");
      xml.writeStartElement("v", "problem", NAMESPACE);
      xml.writeNamespace("v", NAMESPACE);
      ours(xml, "type", type);
      ours(xml, "title", title);
      ours(xml, "status", Integer.toString(status));
      ours(xml, "detail", detail);
      ours(xml, "code", code);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void plain(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private static void ours(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("v", name, NAMESPACE);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
