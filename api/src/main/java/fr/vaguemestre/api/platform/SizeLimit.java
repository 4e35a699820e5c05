package fr.vaguemestre.api.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses a request that says it is too long before a byte of it is read; one that does not say how
 * long it is, or comes too slowly, while it is read ({@link BoundedBody}). Behind the journal of
 * calls, which notes it.
 */
public class SizeLimit extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final long MOST = 250L * 1024 * 1024;

  @Inject transient EarlyAnswer early;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() <= MOST) {
      chain.doFilter(new BoundedRequest(request), response);
      return;
    }
    early.give(
        request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "request.too-large");
  }

  private static final class BoundedRequest extends HttpServletRequestWrapper {
    private BoundedBody body;

    BoundedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new BoundedBody(super.getInputStream(), MOST, System::nanoTime);
      }
      return body;
    }
  }
}
