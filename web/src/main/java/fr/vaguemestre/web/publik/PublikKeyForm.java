package fr.vaguemestre.web.publik;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.publik.PublikKeyWish;
import fr.vaguemestre.publik.PublikKeys;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** admin/client.xhtml: the key of the portal behind the machine account {@code login}. */
@Named
@RequestScoped
public class PublikKeyForm {
  @Inject HttpServletRequest request;
  @Inject PublikKeys keys;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String login;
  private boolean known;
  private String orig;
  private String key;
  private String portalUrl;

  @PostConstruct
  void read() {
    login = request.getParameter("login");
    if (login != null) {
      keys.of(reader.get(), login)
          .ifPresent(
              card -> {
                known = true;
                orig = card.orig();
                portalUrl = card.portalUrl();
              });
    }
  }

  public String save() {
    keys.keep(reader.get(), login, new PublikKeyWish(orig, blank(key), blank(portalUrl)));
    told.done("publik.key.saved", orig);
    return "/admin/clients.xhtml?faces-redirect=true";
  }

  public String remove() {
    keys.remove(reader.get(), login);
    told.done("publik.key.removed", orig);
    return "/admin/clients.xhtml?faces-redirect=true";
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Whether there is one already. */
  public boolean isKnown() {
    return known;
  }

  public String getOrig() {
    return orig;
  }

  public void setOrig(String orig) {
    this.orig = orig;
  }

  /** Never shown once it is kept. */
  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public String getPortalUrl() {
    return portalUrl;
  }

  public void setPortalUrl(String portalUrl) {
    this.portalUrl = portalUrl;
  }
}
