package fr.vaguemestre.platform;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** XML that may define nothing and fetch nothing: no document type at all. */
public final class StrictXml {
  private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

  private StrictXml() {}

  /**
   * What makes parsers, one at a time: it is not safe for several threads.
   *
   * @param deepest elements within each other at most
   */
  public static DocumentBuilderFactory parsers(int deepest) {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DOCTYPE, true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    factory.setAttribute(DEPTH, Integer.toString(deepest));
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory;
  }
}
