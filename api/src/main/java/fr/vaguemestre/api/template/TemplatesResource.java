package fr.vaguemestre.api.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.template.Templates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The templates usable for a letter of one unit. */
@RequestScoped
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {
  @Inject CurrentReader reader;
  @Inject Templates templates;

  /** {@code unit} is a code, null for a template of the whole town. */
  public record Template(String code, String label, String mediaType, String unit) {}

  /**
   * @param unit code of the unit that holds the letter; the caller's own when absent
   * @param means {@code EMAIL} for those of messages, in HTML; else those of letters
   */
  @GET
  public Page<Template> usable(@QueryParam("unit") String unit, @QueryParam("means") String means) {
    var of = unit == null || unit.isBlank() ? reader.get().mainUnit() : unit;
    return Page.whole(
        ("EMAIL".equals(means) ? templates.usableForMail(of) : templates.usable(of))
            .stream()
                .map(t -> new Template(t.code(), t.label(), t.mediaType(), t.unit()))
                .toList());
  }
}
