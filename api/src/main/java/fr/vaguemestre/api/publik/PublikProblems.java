package fr.vaguemestre.api.publik;

import fr.vaguemestre.api.platform.PartnerProblems;
import fr.vaguemestre.api.platform.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.Provider;

/** Refusals in Publik's envelope; {@code errors} names each field with its stable code. */
@Provider
@ApplicationScoped
@Priority(PartnerProblems.LAST)
public class PublikProblems extends PartnerProblems {
  public PublikProblems() {
    super("publik/");
  }

  @Override
  public JsonObject told(Problem problem) {
    var errors = Json.createArrayBuilder();
    problem
        .errors()
        .forEach(
            e ->
                errors.add(
                    Json.createObjectBuilder()
                        .add("field", e.field())
                        .add("code", e.code())
                        .add("detail", e.detail())));
    return Json.createObjectBuilder()
        .add("err", 1)
        .add("err_class", problem.code())
        .add("err_desc", problem.detail())
        .add("errors", errors)
        .build();
  }
}
