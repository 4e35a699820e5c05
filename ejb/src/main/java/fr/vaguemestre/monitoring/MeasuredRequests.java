package fr.vaguemestre.monitoring;

import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * How long requests take, by kind of address and class of answer. What is refused at the door, for
 * want of a login, is not counted.
 */
public class MeasuredRequests extends HttpFilter {
  static final Histogram TIMES =
      Histogram.builder()
          .name("vaguemestre_http_request_duration_seconds")
          .help("Time until a request is answered, by kind of address and class of answer.")
          .labelNames("route", "status")
          .classicOnly()
          .classicUpperBounds(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
          .withoutExemplars()
          .build();

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begin = System.nanoTime();
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      var path = request.getRequestURI().substring(request.getContextPath().length());
      TIMES
          .labelValues(Route.of(request.getContextPath(), path).title(), status / 100 + "xx")
          .observe((System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1));
    }
  }
}
