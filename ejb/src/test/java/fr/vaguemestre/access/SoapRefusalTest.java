package fr.vaguemestre.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** API2: what is refused before a SOAP service is reached is its fault all the same. */
class SoapRefusalTest {
  private static final String OURS = "urn:vaguemestre:submissions:v1";

  @Test
  void API2_an_early_refusal_is_a_fault_that_holds_the_problem_in_the_order_of_the_wsdl()
      throws Exception {
    var fault =
        new SoapRefusal("urn:x", "Trop d’appels", 429, "Moins de <appels> & plus tard.", "c");
    var read = read(fault);
    var problem = read.getElementsByTagNameNS(OURS, "problem").item(0);
    assertThat(problem.getParentNode().getNodeName()).isEqualTo("detail");
    var children = problem.getChildNodes();
    assertThat(IntStream.range(0, children.getLength()).mapToObj(children::item))
        .extracting(node -> node.getLocalName() + "=" + node.getTextContent())
        .containsExactly(
            "type=urn:x",
            "title=Trop d’appels",
            "status=429",
            "detail=Moins de <appels> & plus tard.",
            "code=c");
    assertThat(read.getElementsByTagName("faultstring").item(0).getTextContent())
        .isEqualTo("Moins de <appels> & plus tard.");
  }

  @Test
  void API2_http_says_500_but_401_where_a_password_is_asked_for() {
    assertThat(new SoapRefusal("t", "t", 413, "d", "c").http()).isEqualTo(500);
    assertThat(new SoapRefusal("t", "t", 401, "d", "c").http()).isEqualTo(401);
  }

  private static Document read(SoapRefusal fault) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(fault.bytes()));
  }
}
