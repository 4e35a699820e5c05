package fr.vaguemestre.access;

import fr.vaguemestre.platform.TenantContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Sets the caller's town on the thread for the length of a request; without a caller there is no
 * town.
 */
public class TenantFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request.getAttribute(AgentPrincipal.class.getName())
        instanceof AgentPrincipal principal)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      TenantContext.call(
          principal.tenant(),
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof ServletException servlet) {
        throw servlet;
      }
      throw e;
    }
  }
}
