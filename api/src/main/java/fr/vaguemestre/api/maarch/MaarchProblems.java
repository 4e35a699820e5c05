package fr.vaguemestre.api.maarch;

import fr.vaguemestre.api.platform.PartnerProblems;
import fr.vaguemestre.api.platform.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/**
 * Refusals in Maarch's words and statuses. What is absent and what is not for the caller are one,
 * as everywhere: out of perimeter.
 */
@Provider
@ApplicationScoped
@Priority(PartnerProblems.LAST)
public class MaarchProblems extends PartnerProblems {
  private static final int INVALID = 422;
  private static final int WRONG_TYPE = 415;

  public MaarchProblems() {
    super("maarch/");
  }

  @Override
  public int status(Problem problem) {
    return switch (problem.status()) {
      case INVALID, WRONG_TYPE -> 400;
      case 404 -> 403;
      default -> problem.status();
    };
  }

  @Override
  public JsonObject told(Problem problem) {
    return MaarchJson.error(
        switch (problem.status()) {
          case 401 -> "Authentication Failed";
          case 403 ->
              problem.code().equals("maarch.outside-perimeter")
                  ? "Document out of perimeter"
                  : "Service forbidden";
          case 404 -> "Document out of perimeter";
          default ->
              problem.code().equals("maarch.unknown-user")
                  ? MaarchWish.UNKNOWN_USER
                  : problem.errors().isEmpty()
                      ? problem.detail()
                      : problem.errors().stream()
                          .map(e -> "Body " + e.field() + " : " + e.detail())
                          .collect(Collectors.joining(" "));
        });
  }
}
