package fr.vaguemestre.api.platform;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;

/**
 * What is refused below a partner's place is told in the partner's format, by a resource or before
 * one is asked ({@link EarlyAnswer}).
 */
public abstract class PartnerProblems implements ContainerResponseFilter {
  /** After those that read the problem itself: filters of answers go from the greatest down. */
  public static final int LAST = Priorities.USER - 1000;

  private final String place;

  /**
   * @param place how its addresses begin, below the API: {@code publik/}
   */
  protected PartnerProblems(String place) {
    this.place = place;
  }

  /** The partner's words for it. */
  public abstract JsonObject told(Problem problem);

  /** The status its clients know. */
  public int status(Problem problem) {
    return problem.status();
  }

  /**
   * @param path below the API, its first slash there or not
   */
  public boolean covers(String path) {
    return (path.startsWith("/") ? path.substring(1) : path).startsWith(place);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (covers(request.getUriInfo().getPath()) && response.getEntity() instanceof Problem problem) {
      // For the journal of calls, which may look when the problem is no more.
      request.setProperty(EarlyAnswer.CODE, problem.code());
      response.setStatus(status(problem));
      response.setEntity(
          told(problem).toString(),
          response.getEntityAnnotations(),
          MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
