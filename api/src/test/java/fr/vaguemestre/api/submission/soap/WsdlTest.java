package fr.vaguemestre.api.submission.soap;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jws.WebMethod;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** API2: the WSDL is what programs are written against; our classes say the same. */
class WsdlTest {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
  private static Document wsdl;

  @BeforeAll
  static void read() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    wsdl =
        factory
            .newDocumentBuilder()
            .parse(new File("src/main/webapp/WEB-INF/wsdl/submissions-v1.wsdl"));
  }

  @Test
  void API2_each_message_and_type_has_the_fields_of_the_wsdl_in_its_order() {
    var written = new TreeMap<String, List<String>>();
    for (var type : elements(wsdl.getDocumentElement(), XSD, "complexType")) {
      var name =
          type.hasAttribute("name")
              ? "type " + type.getAttribute("name")
              : ((Element) type.getParentNode()).getAttribute("name");
      written.put(
          name, elements(type, XSD, "element").stream().map(e -> e.getAttribute("name")).toList());
    }
    assertThat(ours()).isEqualTo(written);
  }

  @Test
  void API2_each_operation_is_there_under_its_action() {
    var written = new TreeMap<String, String>();
    for (var operation : elements(wsdl.getDocumentElement(), WSDL, "operation")) {
      elements(operation, SOAP, "operation")
          .forEach(o -> written.put(operation.getAttribute("name"), o.getAttribute("soapAction")));
    }
    var ours =
        Stream.of(SubmissionsPortType.class.getMethods())
            .collect(
                Collectors.toMap(m -> m.getName(), m -> m.getAnnotation(WebMethod.class).action()));
    assertThat(ours).isEqualTo(written).hasSize(5);
  }

  @Test
  void API2_files_are_made_to_be_sent_in_parts_of_their_own() {
    assertThat(
            elements(wsdl.getDocumentElement(), XSD, "element").stream()
                .filter(e -> e.getAttribute("type").equals("xsd:base64Binary"))
                .map(
                    e ->
                        e.getAttributeNS(
                            "http://www.w3.org/2005/05/xmlmime", "expectedContentTypes")))
        .hasSize(2)
        .containsOnly("application/octet-stream");
  }

  private static Map<String, List<String>> ours() {
    var ours = new TreeMap<String, List<String>>();
    Stream.of(Asked.class, Told.class)
        .flatMap(group -> Stream.of(group.getDeclaredClasses()))
        .forEach(
            message -> {
              var root = message.getAnnotation(XmlRootElement.class);
              var type = message.getAnnotation(XmlType.class);
              ours.put(
                  root == null ? "type " + type.name() : root.name(), List.of(type.propOrder()));
            });
    return ours;
  }

  private static List<Element> elements(Element in, String namespace, String name) {
    var found = in.getElementsByTagNameNS(namespace, name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
