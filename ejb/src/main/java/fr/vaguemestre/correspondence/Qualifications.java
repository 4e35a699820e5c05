package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Saying what a letter is about, and whose it is. */
@Stateless
public class Qualifications {
  @Inject CorrespondenceActions actions;
  @Inject Filings filings;
  @Inject Deliveries deliveries;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Inject Event<LetterQualified> qualified;

  /**
   * Changes what a letter is about; see {@code circuit}: QUALIFY. It stays with whoever has it
   * unless its unit changes: it then goes to the other's basket, by its distribution list. Of a
   * letter qualified already, that is a redirection, within the reader's perimeter.
   *
   * @param wish a null unit is the type's own
   */
  public void qualify(
      Reader reader, long id, long seenVersion, @Valid Registration wish, String note) {
    filings.refuseImpossibleDates(wish, tenants.current().today(clock));
    var acting = actions.acting(reader, id, Action.QUALIFY);
    var before = actions.visible(reader, id);
    var state = before.state();
    var unit = before.unit().code();
    var filing = filings.of(reader, wish, before);
    var deadline = before.deadline();
    var reason = before.deadlineReason();
    boolean moves = !filing.unit().code().equals(unit);
    var facts = changes(before, filing);
    facts.put("copies", moves ? deliveries.copies(before, filing.unit()) : null);
    var letter = actions.begin(reader, id, seenVersion, Action.QUALIFY, facts, note);
    if (moves && letter.state().equals(state) && !acting.may(Right.REDIRECT, filing.unit().id())) {
      throw Refusal.field("unit", "routing.outside-perimeter", filing.unit().label());
    }
    letter.file(filing);
    filing.record(journal, acting, id, deadline, reason);
    if (moves) {
      deliveries.deliver(letter, filing.unit(), null);
    }
    qualified.fire(new LetterQualified(id, letter.channel(), filing.type().code()));
  }

  /** What it becomes, and what it was where that is something else. */
  private static Map<String, Object> changes(Correspondence letter, Filing filing) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("type", filing.type().code());
    facts.put("unit", filing.unit().code());
    change(facts, "typeBefore", letter.type().code(), filing.type().code());
    change(facts, "unitBefore", letter.unit().code(), filing.unit().code());
    change(facts, "priorityBefore", letter.priority().code(), filing.priority().code());
    change(facts, "confidentialBefore", letter.confidential(), filing.confidential());
    change(facts, "deadlineBefore", letter.deadline(), filing.deadline());
    if (!Objects.equals(letter.firstReceivedOn(), filing.firstReceivedOn())) {
      facts.put("firstReceivedOn", filing.firstReceivedOn());
      change(facts, "firstReceivedBefore", letter.firstReceivedOn(), filing.firstReceivedOn());
    }
    return facts;
  }

  private static void change(Map<String, Object> facts, String name, Object before, Object now) {
    if (before != null && !before.equals(now)) {
      facts.put(name, before);
    }
  }
}
