package fr.vaguemestre.opinion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked at once, of whom, why and by when; {@code reason} and {@code dueOn} may be null.
 *
 * @param sequential one after the other, in their order; else all together
 */
public record ContributionRequest(
    @NotNull List<Of> of,
    @NotBlank @Size(max = 2000) String question,
    @Size(max = 2000) String reason,
    LocalDate dueOn,
    boolean sequential) {

  /** One agent (login) or one unit (code). */
  public record Of(String agent, String unit) {}

  /** Asks one alone. */
  public ContributionRequest(String agent, String unit, String question, LocalDate dueOn) {
    this(List.of(new Of(agent, unit)), question, null, dueOn, false);
  }

  /** What the history keeps of it in words. */
  String words() {
    return reason == null || reason.isBlank() ? question : reason.strip() + "\n" + question;
  }
}
