package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The ARE that leaves by itself once a letter is qualified, for the types that say so: the usual
 * text, by mail. When a mention or the address lacks, or once silence has decided, nothing leaves
 * and whoever holds the letter is told what (AR-3).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AloneAcknowledgement {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.acknowledgement", Locale.FRENCH);

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject CorrespondenceActions actions;
  @Inject LegalRequests requests;
  @Inject AcknowledgementDrafts drafts;
  @Inject Leaving leaving;
  @Inject Stages stages;
  @Inject Automaton automaton;
  @Inject Tenants tenants;

  /** Acknowledges the letter if that is still to be done, in the application's own name. */
  public void acknowledge(long id) {
    var letter = em.find(Correspondence.class, id);
    if (letter == null || !owed(letter)) {
      return;
    }
    var lacking = lacking(letter);
    if (!lacking.isEmpty()) {
      alert(id, lacking);
      return;
    }
    var draft = drafts.of(letter, AcknowledgementKind.ARE, Way.EMAIL, null);
    var missing = draft.missing().stream().map(Mention::missing).toList();
    if (!missing.isEmpty() || draft.recipient() == null) {
      alert(id, missing.isEmpty() ? List.of("acknowledgement.no-address") : missing);
      return;
    }
    var me = automaton.reader();
    actions.fromOutside(me, id, "ACKNOWLEDGE", Map.of("what", "ARE", "means", Way.EMAIL), null);
    leaving.leave(me, letter, draft);
  }

  /** One that told nothing of silence, when nothing was expected, leaves that of a request owed. */
  private boolean owed(Correspondence letter) {
    return LegalRequests.electronic(letter)
        && stages.of(letter) == Stages.Stage.OPEN
        && requests.recorded(letter).transferredOn() == null
        && requests.facts(letter).notifiedOn() == null
        && requests.withdrawnOn(letter.id()).isEmpty()
        && database.count(
                sql(
                    """
                    select count(*) as count from correspondence c
                      join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
                     where c.id = ? and c.category = 'INCOMING' and t.acknowledged_alone
                       and not exists (select 1 from acknowledgement a where a.tenant_id = c.tenant_id and a.correspondence_id = c.id and a.kind = 'ARE'
                                          and (a.regime <> 'NONE' or ? = 'NONE'))
                       and not exists (select 1 from quarantine q where q.tenant_id = c.tenant_id and q.correspondence_id = c.id and q.held)
                    """,
                    letter.id(),
                    requests.recorded(letter).regime()))
            > 0;
  }

  /**
   * Why none leaves: what would refuse a draft at all, which would undo this transaction with it,
   * or that silence has decided, so that it would tell of a day that is over.
   */
  private List<String> lacking(Correspondence letter) {
    var facts = requests.facts(letter);
    if (!facts.question().faults().isEmpty()) {
      return List.of("acknowledgement.situation.unknown");
    }
    if (requests.born(facts).isPresent()) {
      return List.of("acknowledgement.silence-decided");
    }
    return letter.unit().email() == null && tenants.current().email() == null
        ? List.of(Mention.ADDRESS.missing())
        : List.of();
  }

  private void alert(long id, List<String> lacking) {
    actions.fromOutside(
        automaton.reader(),
        id,
        "ARE_LACKS",
        Map.of(
            "lacking",
            lacking.stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .collect(Collectors.joining(","))),
        lacking.stream().map(WORDS::getString).collect(Collectors.joining("\n")));
  }
}
