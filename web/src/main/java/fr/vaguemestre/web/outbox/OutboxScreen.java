package fr.vaguemestre.web.outbox;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.UnreadDocuments;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/outbox.xhtml */
@Named
@RequestScoped
public class OutboxScreen {
  @Inject Outbox outbox;
  @Inject UnreadDocuments documents;
  @Inject CurrentReader reader;
  @Inject Told told;
  private Outbox.Depth depth;
  private List<Outbox.DeadLetter> dead;
  private List<UnreadDocuments.Line> unread;

  @PostConstruct
  void read() {
    depth = outbox.depth(reader.get());
    dead = outbox.dead(reader.get());
    unread = documents.list(reader.get());
  }

  public String replay(long id) {
    outbox.replay(reader.get(), id);
    told.done("outbox.replayed");
    return "/admin/outbox.xhtml?faces-redirect=true";
  }

  public String readAgain(long document) {
    documents.readAgain(reader.get(), document);
    told.done("outbox.reading-again");
    return "/admin/outbox.xhtml?faces-redirect=true";
  }

  public Outbox.Depth getDepth() {
    return depth;
  }

  public List<Outbox.DeadLetter> getDead() {
    return dead;
  }

  public List<UnreadDocuments.Line> getUnread() {
    return unread;
  }
}
