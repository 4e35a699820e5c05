package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.platform.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter as typed or received. {@code type}, {@code priority}, {@code unit} and the copies are
 * codes; agents in copy are logins. Either {@code senderId} (a known contact) or {@code sender}.
 * Dates are legal dates in the town's time zone. A null priority is the usual one, a null unit the
 * type's own, or that of whoever registers when {@code sensitive}; a null deadline is computed,
 * another than the computed one needs {@code deadlineReason}. {@code toQualify}: kept by the unit
 * of whoever registers, to be qualified later. A null arrival date is today. {@code
 * firstReceivedOn}: the day another administration, which sent it on, received it (CRPA L114-2);
 * null for none.
 */
public record Registration(
    @NotNull Category category,
    @NotNull Channel channel,
    @NotBlank @Size(max = 400) String subject,
    @NotBlank String type,
    String priority,
    Long senderId,
    @Valid ContactWish sender,
    String unit,
    String assignee,
    @NotNull List<String> copyUnits,
    @NotNull List<String> copyAgents,
    LocalDate documentDate,
    LocalDate postmarkDate,
    LocalDate arrivalDate,
    LocalDate deadline,
    boolean confidential,
    boolean sensitive,
    boolean toQualify,
    @Size(max = 120) String externalId,
    @Size(max = 400) String deadlineReason,
    LocalDate firstReceivedOn) {

  /** One sent to this town at first, whose deadline is computed, or the letter's own already. */
  public Registration(
      Category category,
      Channel channel,
      String subject,
      String type,
      String priority,
      Long senderId,
      ContactWish sender,
      String unit,
      String assignee,
      List<String> copyUnits,
      List<String> copyAgents,
      LocalDate documentDate,
      LocalDate postmarkDate,
      LocalDate arrivalDate,
      LocalDate deadline,
      boolean confidential,
      boolean sensitive,
      boolean toQualify,
      String externalId) {
    this(
        category,
        channel,
        subject,
        type,
        priority,
        senderId,
        sender,
        unit,
        assignee,
        copyUnits,
        copyAgents,
        documentDate,
        postmarkDate,
        arrivalDate,
        deadline,
        confidential,
        sensitive,
        toQualify,
        externalId,
        null,
        null);
  }

  /**
   * O1, O3: the mail office registers all but sensitive letters; the Cabinet's secretariat may
   * register sensitive and confidential ones itself.
   *
   * @throws Refusal of kind FORBIDDEN, saying whom to give the letter to
   */
  public void allow(Reader reader) {
    boolean cabinets = reader.may(Right.REGISTER_SENSITIVE);
    if (sensitive && !cabinets) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "correspondence.sensitive-is-the-cabinets");
    }
    if (!sensitive && !reader.may(Right.REGISTER) && !(cabinets && confidential)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "correspondence.registered-by-the-mail-office");
    }
  }

  Registration arrivedOn(LocalDate day) {
    return new Registration(
        category,
        channel,
        subject,
        type,
        priority,
        senderId,
        sender,
        unit,
        assignee,
        copyUnits,
        copyAgents,
        documentDate,
        postmarkDate,
        day,
        deadline,
        confidential,
        sensitive,
        toQualify,
        externalId,
        deadlineReason,
        firstReceivedOn);
  }
}
