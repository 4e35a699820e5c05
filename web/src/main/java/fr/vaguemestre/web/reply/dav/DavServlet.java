package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Refusals;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The folder of a reply over WebDAV, class 2 (RFC 4918). What is refused is said in words, which
 * some word processors show.
 */
@WebServlet("/dav/*")
public class DavServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LOCKED = 423;
  private static final int INSUFFICIENT_STORAGE = 507;
  private static final String METHODS =
      "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL, COPY, MOVE, PROPFIND, PROPPATCH, LOCK, UNLOCK";
  private static final Set<String> LOCKS =
      Set.of("reply.folder.locked", "reply.open-elsewhere", "routing.reserved");

  @Inject transient CurrentReader reader;
  @Inject transient Preferences preferences;
  @Inject transient Reading reading;
  @Inject transient Writing writing;
  @Inject transient Locking locking;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("DAV", "1, 2");
    response.setHeader("MS-Author-Via", "DAV");
    response.setHeader("Cache-Control", "private, max-age=0, must-revalidate");
    var refused = new Exchange(request, response, null, null);
    try {
      serve(new Exchange(request, response, Address.of(request), reader.get()));
    } catch (Refusal refusal) {
      refused.answer(status(refusal), Refusals.text(preferences.getLocale(), refusal));
    } catch (Malformed malformed) {
      refused.answer(HttpServletResponse.SC_BAD_REQUEST, malformed.getMessage());
    }
  }

  private void serve(Exchange exchange) throws IOException {
    switch (exchange.request().getMethod()) {
      case "OPTIONS" -> exchange.response().setHeader("Allow", METHODS);
      case "GET", "HEAD" -> reading.get(exchange);
      case "PROPFIND" -> reading.propfind(exchange);
      case "PUT" -> writing.put(exchange);
      case "MKCOL" -> writing.mkcol(exchange);
      case "DELETE" -> writing.delete(exchange);
      case "COPY" -> writing.transfer(exchange, false);
      case "MOVE" -> writing.transfer(exchange, true);
      case "PROPPATCH" -> writing.proppatch(exchange);
      case "LOCK" -> locking.lock(exchange);
      case "UNLOCK" -> locking.unlock(exchange);
      default -> {
        exchange.response().setHeader("Allow", METHODS);
        exchange.response().setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  private static int status(Refusal refusal) {
    if (LOCKS.contains(refusal.key())) {
      return LOCKED;
    }
    return switch (refusal.key()) {
      case "reply.folder.exists" -> HttpServletResponse.SC_METHOD_NOT_ALLOWED;
      case "reply.folder.full" -> INSUFFICIENT_STORAGE;
      default ->
          switch (refusal.kind()) {
            case INVALID -> HttpServletResponse.SC_CONFLICT;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case STALE -> HttpServletResponse.SC_PRECONDITION_FAILED;
            case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            case UNSUPPORTED_TYPE -> HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
          };
    };
  }
}
