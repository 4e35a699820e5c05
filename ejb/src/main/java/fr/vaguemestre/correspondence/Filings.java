package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.Typology;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Finds what a registration or a qualification names by code, and refuses what is not there. */
@Stateless
public class Filings {
  @Inject Typology typology;
  @Inject Contacts contacts;
  @Inject Organisation organisation;

  /**
   * @param before the letter as it is; null for one being registered
   */
  public Filing of(Reader reader, Registration wish, Correspondence before) {
    var type =
        typology
            .type(wish.type())
            .filter(t -> t.active())
            .orElseThrow(() -> Refusal.field("type", "qualification.unknown-type", wish.type()));
    var priority =
        blank(wish.priority())
            ? typology.usualPriority()
            : typology
                .priority(wish.priority())
                .orElseThrow(
                    () ->
                        Refusal.field(
                            "priority", "qualification.unknown-priority", wish.priority()));
    var unit = blank(wish.unit()) ? type.defaultUnit() : organisation.openUnit("unit", wish.unit());
    boolean stays = wish.toQualify() || wish.sensitive() && blank(wish.unit());
    if (stays && reader.mainUnit() != null) {
      unit = organisation.openUnit("unit", reader.mainUnit());
    }
    if (unit == null) {
      throw Refusal.field("unit", "correspondence.unit-missing");
    }
    var sender =
        wish.senderId() != null
            ? contacts.get(wish.senderId())
            : wish.sender() == null ? null : contacts.findOrCreate(wish.sender());
    var computed = typology.deadline(type, priority, wish.arrivalDate()).date();
    return new Filing(
        wish.subject().strip(),
        type,
        priority,
        sender,
        unit,
        wish.confidential(),
        computed,
        wish.deadline() == null ? computed : wish.deadline(),
        reason(wish, computed, before),
        wish.firstReceivedOn());
  }

  /** Why the deadline is not the computed one; one that stays as it was keeps its reason. */
  private static String reason(Registration wish, LocalDate computed, Correspondence before) {
    if (wish.deadline() == null || wish.deadline().equals(computed)) {
      return null;
    }
    if (!blank(wish.deadlineReason())) {
      return wish.deadlineReason().strip();
    }
    if (before != null && wish.deadline().equals(before.deadline())) {
      return before.deadlineReason();
    }
    throw Refusal.field("deadlineReason", "correspondence.deadline-reason-missing", computed);
  }

  public void refuseImpossibleDates(Registration wish, LocalDate today) {
    var tomorrow = today.plusDays(1);
    if (wish.arrivalDate().isAfter(tomorrow)) {
      throw Refusal.field("arrivalDate", "correspondence.date-in-the-future");
    }
    if (wish.documentDate() != null && wish.documentDate().isAfter(tomorrow)) {
      throw Refusal.field("documentDate", "correspondence.date-in-the-future");
    }
    if (wish.firstReceivedOn() != null && wish.firstReceivedOn().isAfter(wish.arrivalDate())) {
      throw Refusal.field(
          "firstReceivedOn", "correspondence.first-received-after-arrival", wish.arrivalDate());
    }
    if (wish.deadline() != null && wish.deadline().isBefore(wish.arrivalDate())) {
      throw Refusal.field("deadline", "correspondence.deadline-before-arrival");
    }
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
