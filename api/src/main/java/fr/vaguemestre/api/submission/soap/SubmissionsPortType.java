package fr.vaguemestre.api.submission.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** The operations as the WSDL has them. */
@WebService(name = "SubmissionsPortType", targetNamespace = SubmissionsPortType.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface SubmissionsPortType {
  /** Of this version; another would be another. */
  String NAMESPACE = "urn:vaguemestre:submissions:v1";

  @WebMethod(action = NAMESPACE + ":submit")
  @WebResult(name = "submitResponse", targetNamespace = NAMESPACE, partName = "response")
  Told.Submitted submit(
      @WebParam(name = "submitRequest", targetNamespace = NAMESPACE, partName = "request")
          Asked.Submit request)
      throws ProblemFault;

  @WebMethod(action = NAMESPACE + ":addPiece")
  @WebResult(name = "addPieceResponse", targetNamespace = NAMESPACE, partName = "response")
  Told.Added addPiece(
      @WebParam(name = "addPieceRequest", targetNamespace = NAMESPACE, partName = "request")
          Asked.AddPiece request)
      throws ProblemFault;

  @WebMethod(action = NAMESPACE + ":status")
  @WebResult(name = "statusResponse", targetNamespace = NAMESPACE, partName = "response")
  Told.Status status(
      @WebParam(name = "statusRequest", targetNamespace = NAMESPACE, partName = "request")
          Asked.Status request)
      throws ProblemFault;

  @WebMethod(action = NAMESPACE + ":documents")
  @WebResult(name = "documentsResponse", targetNamespace = NAMESPACE, partName = "response")
  Told.Documents documents(
      @WebParam(name = "documentsRequest", targetNamespace = NAMESPACE, partName = "request")
          Asked.Documents request)
      throws ProblemFault;

  @WebMethod(action = NAMESPACE + ":reply")
  @WebResult(name = "replyResponse", targetNamespace = NAMESPACE, partName = "response")
  Told.Replied reply(
      @WebParam(name = "replyRequest", targetNamespace = NAMESPACE, partName = "request")
          Asked.Reply request)
      throws ProblemFault;
}
