package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.reply.SignatoryFinder;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Which chain a reply is proposed: after a refusal what the town restarts, else the one predefined
 * for the letter's type or unit, else visa of the DGS and signature of the mayor; so too when
 * nobody is left to sign.
 */
@Stateless
public class Chains {
  @Inject CorrespondenceActions actions;
  @Inject SignatoryFinder functions;
  @Inject ChainModels models;
  @Inject Database database;
  @Inject OwnerDatabase owner;
  @Inject Journal journal;

  public List<StepWish> proposed(Reader reader, long letter) {
    var found = actions.visible(reader, letter);
    var past = past(letter);
    var chain =
        past.isEmpty()
            ? models
                .predefined(found.type().id(), found.unit().id())
                .map(model -> withoutVisaOf(reader, model.steps()))
                .orElse(List.of())
            : PastStep.again(past, restart());
    return Turns.whole(chain) ? chain : usual(reader);
  }

  public Restart restart() {
    return database
        .first(
            sql("select approval_restart from tenant where id = ?", TenantContext.required()),
            row -> row.constant("approval_restart", Restart.class))
        .orElseThrow();
  }

  /** Chooses what a corrected reply goes through again, for the whole town. */
  public void restart(Reader reader, Restart restart) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    journal.administration(reader, "CHANGE_RESTART", restart.name());
    owner.update(
        sql("update tenant set approval_restart = ? where id = ?", restart, reader.tenant()));
  }

  private List<StepWish> usual(Reader reader) {
    var chain = new ArrayList<StepWish>();
    functions
        .holding(Function.DGS)
        .ifPresent(dgs -> chain.add(new StepWish(dgs.login(), StepKind.VISA)));
    functions
        .usual()
        .ifPresent(mayor -> chain.add(new StepWish(mayor.login(), StepKind.SIGNATURE)));
    return withoutVisaOf(reader, chain);
  }

  /** Nobody gives a visa to what they send themselves. */
  private static List<StepWish> withoutVisaOf(Reader reader, List<StepWish> steps) {
    return steps.stream()
        .filter(s -> s.kind() != StepKind.VISA || !s.agent().equals(reader.login()))
        .toList();
  }

  private List<PastStep> past(long letter) {
    return database.list(
        sql(
            """
            select a.login, a.active, s.kind, s.round, s.continued, s.status from approval_step s
              join agent a on a.tenant_id = s.tenant_id and a.id = s.agent_id
             where s.correspondence_id = ? order by s.round, s.position
            """,
            letter),
        PastStep::read);
  }
}
