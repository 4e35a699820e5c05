package fr.vaguemestre.api.submission.soap;

import fr.vaguemestre.api.platform.Problem;
import jakarta.xml.ws.WebFault;

/** A refusal or a failure, as the same problem that REST would answer. */
@WebFault(name = "problem", targetNamespace = SubmissionsPortType.NAMESPACE)
public class ProblemFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Told.Trouble info;

  public ProblemFault(String message, Told.Trouble info) {
    super(message);
    this.info = info;
  }

  static ProblemFault of(Problem problem) {
    var info = new Told.Trouble();
    info.type = problem.type();
    info.title = problem.title();
    info.status = problem.status();
    info.detail = problem.detail();
    info.code = problem.code();
    info.incident = problem.incident();
    for (var item : problem.errors()) {
      var error = new Told.FieldTrouble();
      error.field = item.field();
      error.code = item.code();
      error.detail = item.detail();
      info.error.add(error);
    }
    return new ProblemFault(problem.detail(), info);
  }

  public Told.Trouble getFaultInfo() {
    return info;
  }
}
