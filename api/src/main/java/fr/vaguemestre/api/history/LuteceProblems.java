package fr.vaguemestre.api.history;

import fr.vaguemestre.api.platform.PartnerProblems;
import fr.vaguemestre.api.platform.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refusals as an acknowledgement that is an error. */
@Provider
@ApplicationScoped
@Priority(PartnerProblems.LAST)
public class LuteceProblems extends PartnerProblems {
  public LuteceProblems() {
    super("lutece/");
  }

  @Override
  public JsonObject told(Problem problem) {
    return LuteceJson.acknowledge(
        "error",
        List.of(),
        problem.errors().isEmpty()
            ? List.of(problem.detail())
            : problem.errors().stream().map(e -> e.field() + " : " + e.detail()).toList());
  }

  @Override
  public int status(Problem problem) {
    return problem.status() == 422 ? 400 : problem.status();
  }
}
