package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who speaks HTTP to the screens without a browser, and so can send what no browser would:
 * cookies are kept, redirections are not followed.
 */
final class Visitor {
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = client().cookieHandler(cookies).build();

  /**
   * Without HTTP/2: where the server refuses a request before it has read its body it resets the
   * stream, which the JDK's client sometimes takes for a failure though the answer has come.
   */
  static HttpClient.Builder client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  /** A demo account, logged in. */
  static Visitor as(String login) {
    return as(login, "demo");
  }

  static Visitor as(String login, String password) {
    var visitor = new Visitor();
    var entered = visitor.enter(login, password);
    if (entered.statusCode() != 302) {
      throw new IllegalStateException(login + " is not let in: " + entered.statusCode());
    }
    return visitor;
  }

  /** Sends the login form. Headers as name, value, name, value. */
  HttpResponse<String> enter(String login, String password, String... headers) {
    var form = form("/login.xhtml", "login");
    form.putAll(Map.of("name", login, "password", password, "enter", ""));
    return post("/login.xhtml", form, headers);
  }

  /** The hidden fields of a form: what a browser sends back besides what was typed. */
  Map<String, String> form(String path, String id) {
    var page = get(path).body();
    int start = page.indexOf("<form id=\"" + id + "\"");
    var fields = new LinkedHashMap<String, String>();
    var inputs = HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)));
    while (inputs.find()) {
      first(NAME, inputs.group())
          .ifPresent(name -> fields.put(name, first(VALUE, inputs.group()).orElse("")));
    }
    return fields;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path);
  }

  HttpResponse<String> send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    var body =
        fields.entrySet().stream()
            .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The session's cookie; null without one. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Comes with a session of somebody else's choosing. */
  void session(String id) throws IOException {
    cookies.put(
        RunningServer.baseUrl(), Map.of("Set-Cookie", List.of("JSESSIONID=" + id + "; Path=/")));
  }

  /** No stack trace, no class of ours, no word of the database. */
  static void assertClean(String body, String about) {
    assertThat(body)
        .as(about)
        .doesNotContain("\tat ", "Exception", "Caused by", "org.postgresql", "java.lang.");
  }

  /**
   * Sends once more what met a connection that the server had closed meanwhile: no byte of an
   * answer came. Browsers do the same; the JDK's client does it for GET alone.
   */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return once(request);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> once(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      if (!"HTTP/1.1 header parser received no bytes".equals(e.getMessage())) {
        throw e;
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(RunningServer.baseUrl() + path));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find()
        ? Optional.of(found.group(1).replace("&amp;", "&").replace("&quot;", "\""))
        : Optional.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
