package fr.vaguemestre.web.webhook;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.web.shell.Told;
import fr.vaguemestre.webhook.DeliveryJournal;
import fr.vaguemestre.webhook.DeliveryLine;
import fr.vaguemestre.webhook.HookCard;
import fr.vaguemestre.webhook.HookEvent;
import fr.vaguemestre.webhook.HookWish;
import fr.vaguemestre.webhook.Webhooks;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * admin/webhook.xhtml: {@code login} of the machine account; of its deliveries {@code before} (id
 * of the last line of the page before) and {@code undelivered}.
 */
@Named
@ViewScoped
public class HookScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Webhooks webhooks;
  @Inject DeliveryJournal deliveries;
  @Inject ApiClients clients;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String login;
  private String label;
  private Long before;
  private boolean undelivered;
  private transient HookCard card;
  private transient List<DeliveryLine> lines;
  private String secret;
  private boolean known;
  private long version;
  private String address;
  private boolean active = true;
  private List<HookEvent> events = new ArrayList<>(HookEvent.ofSubmissions());

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_AGENTS, null);
    login = request.getParameter("login");
    label = clients.card(reader.get(), login).wish().label();
    before = number(request.getParameter("before"));
    undelivered = Boolean.parseBoolean(request.getParameter("undelivered"));
    show();
  }

  private void show() {
    card = webhooks.find(reader.get(), login).orElse(null);
    lines = null;
    known = card != null;
    if (known) {
      version = card.version();
      address = card.wish().address();
      active = card.wish().active();
      events = new ArrayList<>(card.wish().events().stream().sorted().toList());
    }
  }

  /** Opens it and shows its secret once, or changes it. */
  public String save() {
    var wish = new HookWish(address, new HashSet<>(events), active);
    if (known) {
      webhooks.change(reader.get(), login, wish, version);
      told.done("webhook.saved");
      return here();
    }
    secret = webhooks.open(reader.get(), login, wish);
    show();
    return null;
  }

  public void rotate() {
    secret = webhooks.rotate(reader.get(), login);
    show();
  }

  public String remove() {
    webhooks.remove(reader.get(), login);
    told.done("webhook.removed");
    return "/admin/client.xhtml?faces-redirect=true&login=" + login;
  }

  public String test() {
    webhooks.test(reader.get(), login);
    told.done("webhook.testing");
    return here();
  }

  public String replay(long delivery) {
    deliveries.replay(reader.get(), login, delivery);
    told.done("webhook.replayed");
    return here();
  }

  public String replayLost() {
    int replayed = deliveries.replayLost(reader.get(), login);
    told.done("webhook.replayed-lost", replayed);
    return here();
  }

  private String here() {
    return "/admin/webhook.xhtml?faces-redirect=true&login="
        + login
        + (undelivered ? "&undelivered=true" : "");
  }

  private static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  public List<DeliveryLine> getLines() {
    if (lines == null) {
      lines = known ? deliveries.page(reader.get(), login, before, undelivered) : List.of();
    }
    return lines;
  }

  /** Where the next page begins; null on the last. */
  public Long getNext() {
    return getLines().size() < DeliveryJournal.PAGE ? null : getLines().getLast().id();
  }

  public boolean isFirst() {
    return before == null;
  }

  public HookCard getCard() {
    if (card == null && known) {
      card = webhooks.find(reader.get(), login).orElse(null);
    }
    return card;
  }

  public boolean isNew() {
    return !known;
  }

  public boolean isUndelivered() {
    return undelivered;
  }

  public String getLogin() {
    return login;
  }

  public String getLabel() {
    return label;
  }

  /** Shown once, after it was made; null otherwise. */
  public String getSecret() {
    return secret;
  }

  public List<HookEvent> getAllEvents() {
    return HookEvent.ofSubmissions();
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public List<HookEvent> getEvents() {
    return events;
  }

  public void setEvents(List<HookEvent> events) {
    this.events = events;
  }
}
