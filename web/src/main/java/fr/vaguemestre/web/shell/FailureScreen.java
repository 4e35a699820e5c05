package fr.vaguemestre.web.shell;

import fr.vaguemestre.platform.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * failure.xhtml: the status to speak of, the reason when a rule gave one, the incident when we
 * failed.
 */
@Named("failure")
@RequestScoped
public class FailureScreen {
  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 409, 413, 415, 500);
  private static final Pattern INCIDENT = Pattern.compile("[0-9A-F]{8}");

  @Inject HttpServletRequest request;

  public String getStatus() {
    var said = request.getAttribute(Failures.STATUS);
    var status = said == null ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : said;
    if (status instanceof Integer known && KNOWN.contains(known)) {
      return known.toString();
    }
    if (status == null && getIncident() == null) {
      return parameter("status", Pattern.compile("400|403|404|409|413|415")) == null
          ? "404"
          : request.getParameter("status");
    }
    return "500";
  }

  public String getReason() {
    return (String) request.getAttribute(Failures.REASON);
  }

  public String getIncident() {
    var incident = (String) request.getAttribute(Failures.INCIDENT);
    return incident == null ? parameter("incident", INCIDENT) : incident;
  }

  /**
   * The word that finds what happened in the log; of the request that failed, not of this page's.
   */
  public String getRequestId() {
    var told = request.getParameter("request");
    return RequestId.wellFormed(told) ? told : RequestId.current().orElse(null);
  }

  private String parameter(String name, Pattern allowed) {
    var value = request.getParameter(name);
    return value != null && allowed.matcher(value).matches() ? value : null;
  }
}
