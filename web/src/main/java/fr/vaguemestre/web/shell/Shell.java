package fr.vaguemestre.web.shell;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the frame says of the reader and of the place: town, name, initials, current page. */
@Named
@RequestScoped
public class Shell {
  @Inject HttpServletRequest request;
  @Inject CurrentReader reader;
  @Inject Tenants tenants;
  private String town;

  /** Under whose name this browser keeps drafts; null when nobody is logged in. */
  public String getKey() {
    return reader.find().map(r -> r.login() + "@" + r.tenant()).orElse(null);
  }

  /** The reader's town; nothing before login. */
  public String getTown() {
    if (town == null) {
      town = reader.find().flatMap(r -> tenants.find(r.tenant())).map(Tenant::name).orElse("");
    }
    return town;
  }

  public String getName() {
    return reader.find().map(Reader::name).orElse("");
  }

  public String getRole() {
    return reader.find().map(Reader::jobTitle).orElse("");
  }

  /** Whether the reader has a right, for what a page offers; the services decide. */
  public boolean may(String right) {
    return reader.find().filter(r -> r.may(Right.valueOf(right))).isPresent();
  }

  /** Whether the reader has a right on the whole town. */
  public boolean mayEverywhere(String right) {
    return reader.find().filter(r -> r.may(Right.valueOf(right), null)).isPresent();
  }

  /** "Amélie Lantier" is AL, "Nancy de la Roche" NR: first and last word. */
  public String initials(String name) {
    if (name == null || name.isBlank()) {
      return "";
    }
    var words = name.strip().split("[\\s-]+");
    var ends =
        words.length == 1
            ? Arrays.stream(words)
            : Arrays.stream(new String[] {words[0], words[words.length - 1]});
    return ends.map(w -> w.substring(0, 1).toUpperCase(Locale.FRENCH))
        .collect(Collectors.joining());
  }

  /** The address of this page, encoded as a parameter to come back to it. */
  public String getHere() {
    return URLEncoder.encode(getAddress(), StandardCharsets.UTF_8);
  }

  /** The address of this page, to ask for it afresh. */
  public String getAddress() {
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /**
   * For {@code aria-current}: "page" when this is the page, else null so that the attribute is left
   * out.
   */
  public String at(String viewId) {
    var view = FacesContext.getCurrentInstance().getViewRoot();
    return view != null && viewId.equals(view.getViewId()) ? "page" : null;
  }
}
