package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.reply.Conditions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;

/** One request of a program, by whom, about what, and its answer. */
record Exchange(
    HttpServletRequest request, HttpServletResponse response, Address address, Reader reader) {
  static final int MULTISTATUS = 207;

  long letter() {
    return address.letter();
  }

  String path() {
    return address.path();
  }

  Conditions conditions() {
    return Headers.conditions(request, address);
  }

  /** Whether it carries anything. */
  boolean hasBody() {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  void created(boolean fresh) {
    response.setStatus(fresh ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_NO_CONTENT);
  }

  void answer(int status, Element root) throws IOException {
    response.setStatus(status);
    response.setContentType("application/xml;charset=UTF-8");
    var bytes = Xml.bytes(root);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  void answer(int status, String words) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    var bytes = words.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
