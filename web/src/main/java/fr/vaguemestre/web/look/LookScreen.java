package fr.vaguemestre.web.look;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.look.Looks;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** admin/look.xhtml */
@Named
@RequestScoped
public class LookScreen {
  private static final String HERE = "/admin/look.xhtml?faces-redirect=true";
  private static final int LARGEST = (1 << 20) + 1;

  @Inject Looks looks;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String colour;
  private Part logo;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    colour = looks.of(reader.get().tenant()).colour();
  }

  public String save() {
    looks.colour(reader.get(), colour);
    told.done("look.saved");
    return HERE;
  }

  public String keepLogo() throws IOException {
    if (logo == null || logo.getSize() == 0) {
      throw Refusal.field("logo", "look.logo-missing");
    }
    try (var in = logo.getInputStream()) {
      looks.logo(reader.get(), in.readNBytes(LARGEST));
    }
    told.done("look.saved");
    return HERE;
  }

  public String withoutLogo() {
    looks.withoutLogo(reader.get());
    told.done("look.saved");
    return HERE;
  }

  public String getColour() {
    return colour;
  }

  public void setColour(String colour) {
    this.colour = colour;
  }

  public Part getLogo() {
    return logo;
  }

  public void setLogo(Part logo) {
    this.logo = logo;
  }
}
