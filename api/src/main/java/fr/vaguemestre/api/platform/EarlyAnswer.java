package fr.vaguemestre.api.platform;

import fr.vaguemestre.access.SoapRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A refusal by a filter, before any resource is asked, told as all others are: below a partner's
 * place in the partner's format, of a SOAP service as its fault.
 */
@ApplicationScoped
public class EarlyAnswer {
  /** Attribute of the request: the code of the problem it was answered. */
  public static final String CODE = "vaguemestre.code";

  /** Attribute of the request: the status of the problem, where HTTP says another. */
  public static final String STATUS = "vaguemestre.status";

  /** Seconds after which a request that could not be served is worth repeating. */
  static final int RETRY_AFTER = 5;

  @Inject @Any Instance<PartnerProblems> partners;

  public void give(
      HttpServletRequest request, HttpServletResponse response, int status, String code)
      throws IOException {
    request.setAttribute(CODE, code);
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setIntHeader("Retry-After", RETRY_AFTER);
    }
    response.setHeader("Connection", "close");
    var problem = Problems.problem(locale(request), status, code, List.of(), null);
    for (var partner : partners) {
      if (partner.covers(path(request))) {
        response.setStatus(partner.status(problem));
        response.setContentType("application/json");
        response
            .getOutputStream()
            .write(partner.told(problem).toString().getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
    if (SoapRefusal.covers(request)) {
      request.setAttribute(STATUS, status);
      var fault =
          new SoapRefusal(
              problem.type(), problem.title(), status, problem.detail(), problem.code());
      response.setStatus(fault.http());
      response.setContentType(SoapRefusal.XML);
      response.getOutputStream().write(fault.bytes());
      return;
    }
    response.setStatus(status);
    response.setContentType(Problem.JSON);
    RecordJson.write(problem, response.getOutputStream());
  }

  /** As the resources know it: below the API, decoded. */
  private static String path(HttpServletRequest request) {
    return Objects.toString(request.getServletPath(), "")
        + Objects.toString(request.getPathInfo(), "");
  }

  /** The language of the answers to this request. */
  static Locale locale(HttpServletRequest request) {
    // Without the header the container would give the locale of the server.
    return Problems.locale(
        request.getHeader("Accept-Language") == null
            ? List.<Locale>of()
            : Collections.list(request.getLocales()));
  }
}
