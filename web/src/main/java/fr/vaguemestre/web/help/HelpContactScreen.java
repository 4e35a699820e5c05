package fr.vaguemestre.web.help;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.help.HelpContact;
import fr.vaguemestre.help.HelpContacts;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** admin/help.xhtml: {@code kind} of the contact, functional unless TECHNICAL is said. */
@Named
@ViewScoped
public class HelpContactScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject HelpContacts contacts;
  @Inject CurrentReader reader;
  @Inject Told told;
  private HelpContact.Kind kind;
  private String name;
  private String email;
  private String phone;
  private String details;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    kind =
        "TECHNICAL".equals(request.getParameter("kind"))
            ? HelpContact.Kind.TECHNICAL
            : HelpContact.Kind.FUNCTIONAL;
    contacts.all().stream().filter(c -> c.kind() == kind).findFirst().ifPresent(this::show);
  }

  private void show(HelpContact contact) {
    name = contact.name();
    email = contact.email();
    phone = contact.phone();
    details = contact.details();
  }

  public String save() {
    contacts.save(reader.get(), new HelpContact(kind, name, email, phone, details));
    told.done("help.contact.saved");
    return "/admin/help.xhtml?faces-redirect=true&kind=" + kind;
  }

  public HelpContact.Kind getKind() {
    return kind;
  }

  public HelpContact.Kind[] getKinds() {
    return HelpContact.Kind.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getDetails() {
    return details;
  }

  public void setDetails(String details) {
    this.details = details;
  }
}
