/**
 * Saisine par voie électronique over SOAP (API2): the messages of {@code submissions-v1.wsdl},
 * which is what programs are written against, and the services behind them.
 */
@XmlSchema(namespace = SubmissionsPortType.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package fr.vaguemestre.api.submission.soap;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
