package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.reply.DraftEditing;
import fr.vaguemestre.reply.FolderLock;
import fr.vaguemestre.reply.FolderLocks;
import fr.vaguemestre.reply.Folders;
import fr.vaguemestre.reply.LockWish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.w3c.dom.Element;

/** LOCK and UNLOCK. */
@ApplicationScoped
public class Locking {
  private static final int LONGEST_OWNER = 2000;

  @Inject DraftEditing editing;
  @Inject FolderLocks locks;
  @Inject Folders folders;
  @Inject Clock clock;

  /** A new lock, or without a body one renewed. */
  void lock(Exchange exchange) throws IOException {
    var body = Xml.body(exchange.request(), "lockinfo");
    long seconds = Headers.timeout(exchange.request());
    if (body.isEmpty()) {
      var lock =
          locks.renew(
              exchange.reader(),
              exchange.letter(),
              exchange.path(),
              seconds,
              exchange.conditions());
      tell(exchange, HttpServletResponse.SC_OK, lock);
      return;
    }
    int depth = Headers.depth(exchange.request(), Headers.ALL);
    if (depth == 1) {
      throw new Malformed("Depth");
    }
    var locked =
        editing.lock(
            exchange.reader(),
            exchange.letter(),
            exchange.path(),
            wish(body.get(), depth == Headers.ALL, seconds),
            exchange.conditions());
    exchange.response().setHeader("Lock-Token", "<" + locked.lock().token() + ">");
    tell(
        exchange,
        locked.created() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK,
        locked.lock());
  }

  void unlock(Exchange exchange) {
    locks.unlock(
        exchange.reader(),
        exchange.letter(),
        exchange.path(),
        Headers.lockToken(exchange.request()));
    exchange.created(false);
  }

  private static LockWish wish(Element info, boolean deep, long seconds) {
    var scope = Xml.child(info, "lockscope").orElseThrow(() -> new Malformed("lockscope"));
    boolean shared = Xml.child(scope, "shared").isPresent();
    boolean write = Xml.child(info, "locktype").flatMap(t -> Xml.child(t, "write")).isPresent();
    if (!write || !shared && Xml.child(scope, "exclusive").isEmpty()) {
      throw new Malformed("lockinfo");
    }
    var owner = Xml.child(info, "owner").map(Xml::text).orElse("");
    if (owner.length() > LONGEST_OWNER) {
      throw new Malformed("an owner that long");
    }
    return new LockWish(shared, deep, owner, seconds);
  }

  private void tell(Exchange exchange, int status, FolderLock lock) throws IOException {
    var folder = folders.look(exchange.reader(), exchange.letter());
    var answer = Xml.answer("prop");
    new Properties(exchange.address(), folder, clock.instant()).locks(answer, List.of(lock));
    exchange.answer(status, answer);
  }
}
