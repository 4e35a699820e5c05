package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.LetterQualified;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the ARE of a letter leave by itself once it is qualified, or given back. */
@ApplicationScoped
public class AloneDeparture implements Worker {
  @Inject AloneAcknowledgement acknowledgement;
  @Inject Outbox outbox;
  @Inject Database database;

  /** In the transaction that qualifies. */
  void qualified(@Observes LetterQualified event) {
    boolean electronic = event.channel() == Channel.EMAIL || event.channel() == Channel.WEB;
    if (electronic
        && database.count(
                sql(
                    "select count(*) as count from document_type where code = ? and acknowledged_alone",
                    event.type()))
            > 0) {
      outbox.intend(Kind.ACKNOWLEDGE_ALONE, event.letter());
    }
  }

  /** In the transaction that gives it back: what is owed of it is looked at once it holds. */
  void released(@Observes LetterReleased event) {
    if (database.count(
            sql(
                """
                select count(*) as count from correspondence c
                  join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id and t.acknowledged_alone
                 where c.id = ? and c.channel in ('EMAIL', 'WEB')
                """,
                event.letter()))
        > 0) {
      outbox.intend(Kind.ACKNOWLEDGE_ALONE, event.letter());
    }
  }

  @Override
  public Kind kind() {
    return Kind.ACKNOWLEDGE_ALONE;
  }

  @Override
  public void carryOut(Work work) {
    acknowledgement.acknowledge(work.subject());
  }
}
