package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.reply.FolderEntry;
import fr.vaguemestre.reply.Folders;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** GET, HEAD and PROPFIND. */
@ApplicationScoped
public class Reading {
  @Inject Folders folders;
  @Inject ContentStore store;
  @Inject Clock clock;

  /** The file, for a program that is about to edit it: no browser shows it in place. */
  void get(Exchange exchange) throws IOException {
    var entry = folders.look(exchange.reader(), exchange.letter()).need(exchange.path());
    var response = exchange.response();
    if (entry.collection()) {
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    response.setHeader("ETag", entry.etag());
    response.setHeader("Last-Modified", Properties.httpDate(entry.modifiedAt()));
    if (entry.etag().equals(exchange.request().getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setHeader("Content-Disposition", "attachment");
    response.setContentType(entry.mediaType());
    response.setContentLengthLong(entry.size());
    if (!"HEAD".equals(exchange.request().getMethod())) {
      try (var bytes = store.open(exchange.reader().tenant(), entry.sha256())) {
        bytes.transferTo(response.getOutputStream());
      }
    }
  }

  /** What is there and how it stands: all that is known, the names alone, or what is asked for. */
  void propfind(Exchange exchange) throws IOException {
    int depth = Headers.depth(exchange.request(), Headers.ALL);
    var asked = Xml.body(exchange.request(), "propfind");
    var folder = folders.look(exchange.reader(), exchange.letter());
    folder.need(exchange.path());
    var properties = new Properties(exchange.address(), folder, clock.instant());
    var answer = Xml.answer("multistatus");
    for (var entry : folder.from(exchange.path(), depth)) {
      var response = Xml.add(answer, "response");
      Xml.add(response, "href", exchange.address().href(entry.path(), entry.collection()));
      describe(response, entry, properties, asked);
    }
    exchange.answer(Exchange.MULTISTATUS, answer);
  }

  private static void describe(
      Element response, FolderEntry entry, Properties properties, Optional<Element> asked) {
    if (asked.flatMap(body -> Xml.child(body, "propname")).isPresent()) {
      var found = status(response, "HTTP/1.1 200 OK");
      properties.of(entry).forEach(name -> empty(found, name));
      return;
    }
    var prop = asked.flatMap(body -> Xml.child(body, "prop"));
    if (asked.isPresent() && prop.isEmpty() && Xml.child(asked.get(), "allprop").isEmpty()) {
      throw new Malformed("propfind");
    }
    var wanted = prop.map(Reading::names).orElseGet(() -> properties.of(entry));
    var there = wanted.stream().filter(name -> properties.has(entry, name)).toList();
    var missing = wanted.stream().filter(name -> !properties.has(entry, name)).toList();
    if (!there.isEmpty() || missing.isEmpty()) {
      var found = status(response, "HTTP/1.1 200 OK");
      there.forEach(name -> properties.add(found, entry, name));
    }
    if (!missing.isEmpty()) {
      var absent = status(response, "HTTP/1.1 404 Not Found");
      missing.forEach(name -> empty(absent, name));
    }
  }

  static List<QName> names(Element prop) {
    return Xml.children(prop).stream().map(Reading::name).toList();
  }

  static QName name(Element property) {
    var namespace = property.getNamespaceURI();
    return new QName(namespace == null ? "" : namespace, property.getLocalName());
  }

  /** Returns the element that takes the properties of that status. */
  static Element status(Element response, String line) {
    var propstat = Xml.add(response, "propstat");
    var prop = Xml.add(propstat, "prop");
    Xml.add(propstat, "status", line);
    return prop;
  }

  static void empty(Element parent, QName name) {
    var namespace = name.getNamespaceURI().isEmpty() ? null : name.getNamespaceURI();
    var prefix = Xml.DAV.equals(namespace) ? "D:" : namespace == null ? "" : "x:";
    parent.appendChild(
        parent.getOwnerDocument().createElementNS(namespace, prefix + name.getLocalPart()));
  }
}
