package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.capture.MailboxWish;
import fr.vaguemestre.capture.Mailboxes;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** admin/mailbox.xhtml: {@code id} of the mailbox, none for a new one. */
@Named
@ViewScoped
public class MailboxScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Mailboxes mailboxes;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Told told;
  private Long id;
  private Long version;
  private String address;
  private String label;
  private String unit;
  private boolean active = true;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    var wanted = request.getParameter("id");
    if (wanted == null) {
      return;
    }
    var mailbox =
        mailboxes.list(reader.get()).stream()
            .filter(m -> String.valueOf(m.id()).equals(wanted))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    id = mailbox.id();
    version = mailbox.version();
    address = mailbox.address();
    label = mailbox.label();
    unit = mailbox.unitLabel();
    active = mailbox.active();
  }

  public String save() {
    mailboxes.save(
        reader.get(),
        new MailboxWish(id, address, label, addressees.unit("unit", unit), active),
        version);
    told.done("capture.mailbox.saved", address);
    return "/admin/mailboxes.xhtml?faces-redirect=true";
  }

  public boolean isNew() {
    return id == null;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
