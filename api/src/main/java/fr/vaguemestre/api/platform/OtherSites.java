package fr.vaguemestre.api.platform;

import fr.vaguemestre.access.SameOriginFilter;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A browser that keeps a password for the API lends it to no other site's page. */
public class OtherSites extends SameOriginFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient EarlyAnswer early;

  @Override
  protected void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    early.give(request, response, HttpServletResponse.SC_FORBIDDEN, "request.other-site");
  }
}
