package fr.vaguemestre.submission;

import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody asks through a portal.
 *
 * @param type code of a document type that the portal may send
 * @param text in their own words, may be empty when the answers say it all
 * @param answers of the form, by the names the portal gives its fields, in its order
 * @param replyTo where acknowledgements go (R112-11-3); null for the applicant's own address
 */
public record SubmissionWish(
    @NotBlank String type,
    @NotBlank @Size(max = 400) String subject,
    @Size(max = 20000) String text,
    @NotNull Applicant applicant,
    @NotNull Map<String, String> answers,
    @Email @Size(max = 190) String replyTo) {
  public SubmissionWish {
    subject = Invisible.oneLine(subject);
    answers = new LinkedHashMap<>(answers);
  }

  @Override
  public Map<String, String> answers() {
    return new LinkedHashMap<>(answers);
  }

  /** A refusal on {@code text} when there is neither text nor answer nor file. */
  Optional<Refusal> emptiness(boolean withFiles) {
    boolean empty = (text == null || text.isBlank()) && answers.isEmpty() && !withFiles;
    return empty ? Optional.of(Refusal.field("text", "submission.empty")) : Optional.empty();
  }

  /** A refusal of what would be read as something else (see {@link Invisible}). */
  Optional<Refusal> invisible() {
    return Stream.concat(
            Stream.of(Invisible.in("subject", subject), Invisible.in("text", text)),
            answers.entrySet().stream()
                .map(
                    answer ->
                        Invisible.in("answers", answer.getKey())
                            .or(() -> Invisible.in("answers", answer.getValue()))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Where acknowledgements go; null for nowhere. */
  String address() {
    if (replyTo != null && !replyTo.isBlank()) {
      return replyTo.strip();
    }
    var email = applicant.email();
    return email == null || email.isBlank() ? null : email.strip();
  }

  /** The letter's first document: all they typed, of themselves first, in plain text. */
  String document() {
    var said =
        answers.entrySet().stream()
            .map(answer -> Invisible.oneLine(answer.getKey()) + " : " + below(answer.getValue()))
            .collect(Collectors.joining("\n"));
    return Stream.of(
                subject.strip(),
                applicant.described(),
                replyTo == null || replyTo.isBlank()
                    ? ""
                    : "Accusés et réponses à : " + replyTo.strip(),
                text == null ? "" : text.strip(),
                said)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  /** What goes on is set in, not to be read as another answer. */
  private static String below(String answer) {
    return answer.strip().replaceAll("\\R", "\n    ");
  }
}
