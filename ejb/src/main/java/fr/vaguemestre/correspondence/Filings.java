package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
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

  public Filing of(Reader reader, Registration wish) {
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
    var unit = blank(wish.unit()) ? type.defaultUnit() : unit("unit", wish.unit());
    boolean stays = wish.toQualify() || wish.sensitive() && blank(wish.unit());
    if (stays && reader.mainUnit() != null) {
      unit = unit("unit", reader.mainUnit());
    }
    if (unit == null) {
      throw Refusal.field("unit", "correspondence.unit-missing");
    }
    var sender =
        wish.senderId() != null
            ? contacts.get(wish.senderId())
            : wish.sender() == null ? null : contacts.findOrCreate(wish.sender());
    return new Filing(
        wish.subject().strip(), type, priority, sender, unit, wish.confidential(), wish.deadline());
  }

  public void refuseImpossibleDates(Registration wish, LocalDate today) {
    var tomorrow = today.plusDays(1);
    if (wish.arrivalDate().isAfter(tomorrow)) {
      throw Refusal.field("arrivalDate", "correspondence.date-in-the-future");
    }
    if (wish.documentDate() != null && wish.documentDate().isAfter(tomorrow)) {
      throw Refusal.field("documentDate", "correspondence.date-in-the-future");
    }
    if (wish.deadline() != null && wish.deadline().isBefore(wish.arrivalDate())) {
      throw Refusal.field("deadline", "correspondence.deadline-before-arrival");
    }
  }

  public Unit unit(String field, String code) {
    return organisation
        .unit(code)
        .filter(Unit::open)
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-unit", code));
  }

  public Agent agent(String field, String login) {
    return organisation
        .agent(login)
        .filter(Agent::active)
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-agent", login));
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
