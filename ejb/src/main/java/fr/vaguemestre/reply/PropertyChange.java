package fr.vaguemestre.reply;

import javax.xml.namespace.QName;

/**
 * One step of a PROPPATCH (RFC 4918, 9.2).
 *
 * @param value the property as XML, its own element included; null to remove it
 */
public record PropertyChange(QName name, String value) {}
