package fr.vaguemestre.api.organisation;

import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;

/** The open units of the chart, each after the one above it. */
@RequestScoped
@Path("/v1/units")
@Produces(MediaType.APPLICATION_JSON)
public class UnitsResource {
  @Inject Organisation organisation;

  /** {@code parent} is a code, null at the top; {@code depth} counts from the top, 0. */
  public record Unit(
      String code, String label, String shortLabel, UnitKind kind, String parent, int depth) {}

  @GET
  public Page<Unit> units() {
    var units = organisation.units();
    var codes = units.stream().collect(Collectors.toMap(UnitLine::id, UnitLine::code));
    return Page.whole(
        units.stream()
            .map(
                u ->
                    new Unit(
                        u.code(),
                        u.label(),
                        u.shortLabel(),
                        u.kind(),
                        u.parent() == null ? null : codes.get(u.parent()),
                        u.depth()))
            .toList());
  }
}
