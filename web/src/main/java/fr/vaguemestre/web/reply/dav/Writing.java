package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.reply.DraftEditing;
import fr.vaguemestre.reply.Folders;
import fr.vaguemestre.reply.PropertyChange;
import fr.vaguemestre.reply.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** PUT, MKCOL, DELETE, COPY, MOVE and PROPPATCH. */
@ApplicationScoped
public class Writing {
  private static final int LONGEST_VALUE = 8000;
  private static final int LONGEST_NAME = 200;

  @Inject DraftEditing editing;
  @Inject Folders folders;

  void put(Exchange exchange) throws IOException {
    if (exchange.request().getHeader("Content-Range") != null) {
      throw new Malformed("Content-Range");
    }
    exchange.created(
        editing.put(
            exchange.reader(),
            exchange.letter(),
            exchange.path(),
            exchange.request().getInputStream(),
            exchange.conditions()));
    folders
        .look(exchange.reader(), exchange.letter())
        .at(exchange.path())
        .ifPresent(entry -> exchange.response().setHeader("ETag", entry.etag()));
  }

  void mkcol(Exchange exchange) {
    if (exchange.hasBody()) {
      exchange.response().setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    folders.make(exchange.reader(), exchange.letter(), exchange.path(), exchange.conditions());
    exchange.created(true);
  }

  void delete(Exchange exchange) {
    folders.remove(exchange.reader(), exchange.letter(), exchange.path(), exchange.conditions());
    exchange.created(false);
  }

  void transfer(Exchange exchange, boolean move) {
    var request = exchange.request();
    var destination = request.getHeader("Destination");
    if (destination == null) {
      throw new Malformed("Destination");
    }
    var to = exchange.address().other(destination, request.getHeader("Host"));
    if (to.isEmpty()) {
      exchange.response().setStatus(HttpServletResponse.SC_BAD_GATEWAY);
      return;
    }
    var wish =
        new Transfer(
            exchange.path(),
            to.get().path(),
            !"F".equalsIgnoreCase(request.getHeader("Overwrite")),
            move || Headers.depth(request, Headers.ALL) != 0,
            move);
    exchange.created(
        editing.transfer(exchange.reader(), exchange.letter(), wish, exchange.conditions()));
  }

  /** All the changes or none: the server's own properties are not a program's to change. */
  void proppatch(Exchange exchange) throws IOException {
    var body =
        Xml.body(exchange.request(), "propertyupdate")
            .orElseThrow(() -> new Malformed("propertyupdate"));
    var changes = changes(body);
    var refused = changes.stream().map(PropertyChange::name).filter(Properties::own).toList();
    if (refused.isEmpty()) {
      folders.patch(
          exchange.reader(), exchange.letter(), exchange.path(), changes, exchange.conditions());
    }
    var answer = Xml.answer("multistatus");
    var response = Xml.add(answer, "response");
    Xml.add(response, "href", exchange.address().href(exchange.path(), false));
    if (refused.isEmpty()) {
      tell(response, names(changes), "HTTP/1.1 200 OK");
    } else {
      tell(response, refused, "HTTP/1.1 403 Forbidden");
      var others = names(changes).stream().filter(name -> !refused.contains(name)).toList();
      tell(response, others, "HTTP/1.1 424 Failed Dependency");
    }
    exchange.answer(Exchange.MULTISTATUS, answer);
  }

  private static List<PropertyChange> changes(Element update) {
    var changes = new ArrayList<PropertyChange>();
    for (var step : Xml.children(update)) {
      boolean set = Xml.is(step, "set");
      if (set || Xml.is(step, "remove")) {
        Xml.child(step, "prop").map(Xml::children).orElse(List.of()).stream()
            .map(property -> change(property, set))
            .forEach(changes::add);
      }
    }
    if (changes.isEmpty()) {
      throw new Malformed("propertyupdate");
    }
    return changes;
  }

  private static PropertyChange change(Element property, boolean set) {
    var name = Reading.name(property);
    var value = set ? Xml.text(property) : null;
    if (name.getLocalPart().length() > LONGEST_NAME
        || name.getNamespaceURI().length() > LONGEST_NAME
        || set && value.length() > LONGEST_VALUE) {
      throw new Malformed("a property that long");
    }
    return new PropertyChange(name, value);
  }

  private static List<QName> names(List<PropertyChange> changes) {
    return changes.stream().map(PropertyChange::name).distinct().toList();
  }

  private static void tell(Element response, List<QName> names, String line) {
    if (!names.isEmpty()) {
      var prop = Reading.status(response, line);
      names.forEach(name -> Reading.empty(prop, name));
    }
  }
}
