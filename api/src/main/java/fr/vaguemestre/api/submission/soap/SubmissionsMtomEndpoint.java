package fr.vaguemestre.api.submission.soap;

import jakarta.jws.WebService;
import jakarta.xml.ws.soap.MTOM;

/** The same with files in parts of their own in the answers. */
@MTOM
@WebService(
    serviceName = "Submissions",
    portName = "SubmissionsMtomPort",
    targetNamespace = SubmissionsPortType.NAMESPACE,
    endpointInterface = "fr.vaguemestre.api.submission.soap.SubmissionsPortType",
    wsdlLocation = "WEB-INF/wsdl/submissions-v1.wsdl")
public class SubmissionsMtomEndpoint extends SubmissionsEndpoint {
  @Override
  long longest() {
    return Long.MAX_VALUE;
  }
}
