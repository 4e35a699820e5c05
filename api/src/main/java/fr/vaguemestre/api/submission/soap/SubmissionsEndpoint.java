package fr.vaguemestre.api.submission.soap;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.call.CallFilter;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.Problem;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.api.platform.RequestRefused;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.submission.Additions;
import fr.vaguemestre.submission.Paper;
import fr.vaguemestre.submission.Papers;
import fr.vaguemestre.submission.Submissions;
import fr.vaguemestre.submission.Tracking;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jws.WebService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;

/** Submissions over SOAP, files in line in the answers: the services that REST calls (API2). */
@WebService(
    serviceName = "Submissions",
    portName = "SubmissionsPort",
    targetNamespace = SubmissionsPortType.NAMESPACE,
    endpointInterface = "fr.vaguemestre.api.submission.soap.SubmissionsPortType",
    wsdlLocation = "WEB-INF/wsdl/submissions-v1.wsdl")
public class SubmissionsEndpoint implements SubmissionsPortType {
  private static final long LONGEST_IN_LINE = 20L * 1024 * 1024;

  @Inject CurrentReader reader;
  @Inject Submissions submissions;
  @Inject Additions additions;
  @Inject Tracking tracking;
  @Inject Papers papers;
  @Inject ContentStore store;
  @Resource WebServiceContext context;

  @Override
  public Told.Submitted submit(Asked.Submit request) throws ProblemFault {
    return answered(
        "submit",
        () -> {
          var wish = Reading.submission(request);
          var key = Reading.key(request.idempotencyKey);
          return Telling.of(
              submissions.receive(reader.get(), wish, Reading.files(request.file), key));
        });
  }

  @Override
  public Told.Added addPiece(Asked.AddPiece request) throws ProblemFault {
    return answered(
        "addPiece",
        () -> {
          var added =
              additions.pieces(
                  reader.get(),
                  request.submission,
                  request.text,
                  Reading.files(request.file),
                  Reading.key(request.idempotencyKey));
          var told = new Told.Added();
          told.addition = added.id();
          told.receivedAt = Telling.at(added.receivedAt());
          return told;
        });
  }

  @Override
  public Told.Status status(Asked.Status request) throws ProblemFault {
    return answered(
        "status",
        () -> {
          if ((request.submission == null) == (request.trackingCode == null)) {
            throw new InvalidFields("submission", "field.required");
          }
          return Telling.of(
              request.submission == null
                  ? tracking.byCode(reader.get(), request.trackingCode)
                  : tracking.status(reader.get(), request.submission));
        });
  }

  @Override
  public Told.Documents documents(Asked.Documents request) throws ProblemFault {
    return answered(
        "documents",
        () -> {
          var told = new Told.Documents();
          if (request.document == null) {
            papers
                .sent(reader.get(), request.submission)
                .forEach(paper -> told.document.add(Telling.of(paper)));
          } else {
            told.document.add(
                whole(papers.sent(reader.get(), request.submission, request.document)));
          }
          return told;
        });
  }

  @Override
  public Told.Replied reply(Asked.Reply request) throws ProblemFault {
    return answered(
        "reply",
        () -> {
          var told = new Told.Replied();
          var answer = papers.answer(reader.get(), request.submission);
          if (answer.isPresent()) {
            told.reply = new Told.Reply();
            told.reply.sentAt = Telling.at(answer.get().sentAt());
            told.reply.means = answer.get().means();
            told.reply.text = answer.get().text();
            told.reply.document =
                answer.get().document() == null ? null : whole(answer.get().document());
          }
          return told;
        });
  }

  /** Longest file that an answer holds, in bytes. */
  long longest() {
    return LONGEST_IN_LINE;
  }

  /** With its bytes, read while the answer is written. */
  private Told.Document whole(Paper paper) throws IOException {
    var file = store.file(reader.get().tenant(), paper.sha256());
    var told = Telling.of(paper);
    told.size = Files.size(file);
    if (told.size > longest()) {
      throw new RequestRefused(413, "request.too-large-in-line");
    }
    told.content = new DataHandler(new FileDataSource(file.toFile()));
    return told;
  }

  /** The one place where what went wrong becomes a fault. */
  private <T> T answered(String operation, Callable<T> work) throws ProblemFault {
    var request =
        (HttpServletRequest) context.getMessageContext().get(MessageContext.SERVLET_REQUEST);
    request.setAttribute(CallFilter.ROUTE, "/soap/v1/submissions#" + operation);
    try {
      return work.call();
    } catch (Exception e) {
      Problem problem = Problems.of(e, request);
      request.setAttribute(CallFilter.STATUS, problem.status());
      request.setAttribute(CallFilter.CODE, problem.code());
      throw ProblemFault.of(problem);
    }
  }
}
