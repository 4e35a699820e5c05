package fr.vaguemestre.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
  @Test
  void V14_https_is_asked_for_where_it_is_there_and_nowhere_else() throws Exception {
    assertThat(headers(true)).containsEntry("Strict-Transport-Security", "max-age=31536000");
    assertThat(headers(false))
        .containsEntry("X-Content-Type-Options", "nosniff")
        .doesNotContainKey("Strict-Transport-Security");
  }

  private static Map<String, Object> headers(boolean secure) throws Exception {
    var headers = new HashMap<String, Object>();
    var request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, values) ->
                    switch (method.getName()) {
                      case "isSecure" -> secure;
                      case "getServletPath" -> "/index.xhtml";
                      default -> null;
                    });
    var response =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, values) ->
                    method.getName().equals("setHeader")
                        ? headers.put((String) values[0], values[1])
                        : null);
    new SecurityHeaders().doFilter(request, response, (passed, on) -> {});
    return headers;
  }
}
