package fr.vaguemestre.task;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Splitting a letter into tasks, answering them, withdrawing them, and the board of them all. */
@Stateless
public class Tasks {
  private static final int LONGEST = 8000;
  private static final int MOST = 20;
  private static final String AWAITED = "t.answered_at is null and t.withdrawn_at is null";

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Asks each unit for its part; its people see the letter from now on (O12, O6). */
  public void request(
      Reader reader, long letter, long seenVersion, @Valid List<@Valid TaskRequest> wishes) {
    if (wishes.isEmpty()) {
      throw Refusal.field("unit", "task.nothing-asked");
    }
    if (wishes.size() > MOST) {
      throw Refusal.field("unit", "task.too-many", MOST);
    }
    wishes.forEach(this::refusePast);
    wishes.forEach(wish -> Invisible.refuse("question", wish.question()));
    var units =
        wishes.stream()
            .collect(
                Collectors.toMap(
                    w -> w, w -> organisation.openUnit("unit", w.unit()), (a, b) -> a));
    var codes = wishes.stream().map(TaskRequest::unit).distinct().collect(Collectors.joining(","));
    var acting = actions.acting(reader, letter, Action.REQUEST_TASK);
    var found =
        actions.begin(
            acting, letter, seenVersion, Action.REQUEST_TASK, Map.of("units", codes), null);
    for (var wish : wishes) {
      long unit = units.get(wish).id();
      found.join(Participant.unit(Participant.Role.TASK, unit));
      em.persist(new Task(letter, acting, found.unit().id(), unit, wish, clock.instant()));
    }
  }

  /**
   * Answers a task asked of one of the reader's units.
   *
   * @param task null for the only one that is awaited from them
   * @throws Refusal on {@code task} when it is none of those awaited from them
   */
  public void answer(
      Reader reader, long letter, long seenVersion, Long task, String text, TaskFile file) {
    var acting = actions.acting(reader, letter, Action.ANSWER_TASK);
    var mine = awaited(acting, letter);
    var which = task == null && mine.size() == 1 ? mine.getFirst() : task;
    var asked = mine.contains(which) ? em.find(Task.class, which) : null;
    var facts = asked == null ? Map.<String, String>of() : facts(asked);
    actions.begin(acting, letter, seenVersion, Action.ANSWER_TASK, facts, null);
    if (asked == null) {
      throw Refusal.field("task", "task.which");
    }
    asked.answer(acting, text, file, clock.instant());
  }

  private Map<String, String> facts(Task answered) {
    var askers =
        answered.askers().stream()
            .map(agent -> "a:" + em.find(Agent.class, agent).login())
            .collect(Collectors.joining(","));
    return Map.of("unit", code(answered.askedOf()), "for", askers);
  }

  static String answerText(String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.field("answer", "task.empty");
    }
    if (text.length() > LONGEST) {
      throw Refusal.field("answer", "task.too-long", LONGEST);
    }
    Invisible.refuse("answer", text);
    return text.strip();
  }

  /**
   * Awaits a task no longer. A unit of which nothing else was asked sees the letter no more by it.
   *
   * @param reason for the history; may be null
   */
  public void withdraw(Reader reader, long letter, long seenVersion, long task, String reason) {
    actions.visible(reader, letter);
    var asked = em.find(Task.class, task);
    if (asked == null || asked.correspondence() != letter) {
      throw Refusal.field("task", "task.which");
    }
    var found =
        actions.begin(
            reader,
            letter,
            seenVersion,
            Action.WITHDRAW_TASK,
            Map.of("unit", code(asked.askedOf())),
            reason);
    asked.withdraw(clock.instant());
    em.flush();
    boolean others =
        database.count(
                sql(
                    "select count(*) as count from task t where t.correspondence_id = ? and t.asked_of_unit_id = ?"
                        + " and t.withdrawn_at is null",
                    letter,
                    asked.askedOf()))
            > 0;
    if (!others) {
      found.leave(Participant.unit(Participant.Role.TASK, asked.askedOf()));
    }
  }

  /** The board: every task of the letter, in the order they were asked. */
  public List<TaskLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    var acting = actions.acting(reader, letter, Action.ANSWER_TASK);
    var today = tenants.current().today(clock);
    return database.list(
        sql(
            """
            select t.*, t.asked_of_unit_id = any(?) as mine, u.label as unit,
                   b.first_name || ' ' || b.last_name as asker, g.first_name || ' ' || g.last_name as giver,
                   f.first_name || ' ' || f.last_name as in_place_of
              from task t
              join unit u on u.tenant_id = t.tenant_id and u.id = t.asked_of_unit_id
              join agent b on b.tenant_id = t.tenant_id and b.id = t.asked_by
              left join agent g on g.tenant_id = t.tenant_id and g.id = t.answered_by
              left join agent f on f.tenant_id = t.tenant_id and f.id = t.answered_for
             where t.correspondence_id = ? order by t.asked_at, t.id
            """,
            acting.ownUnits(),
            letter),
        row -> line(row, today));
  }

  /** The file given with an answer, for streaming to this reader. */
  public TaskFile file(Reader reader, long letter, long task) {
    actions.visible(reader, letter);
    return database
        .first(
            sql(
                "select t.* from task t where t.correspondence_id = ? and t.id = ? and t.sha256 is not null",
                letter,
                task),
            TaskMaterial::file)
        .orElseThrow(Refusal::notFound);
  }

  /** Whether a task on this letter is awaited from one of this reader's units. */
  public boolean awaitedFrom(Reader reader, long letter) {
    return !awaited(reader, letter).isEmpty();
  }

  /** Whether any task on this letter is awaited. */
  public boolean awaited(long letter) {
    return database.count(
            sql(
                "select count(*) as count from task t where t.correspondence_id = ? and " + AWAITED,
                letter))
        > 0;
  }

  private List<Long> awaited(Reader reader, long letter) {
    return database.list(
        sql(
            "select t.id from task t where t.correspondence_id = ? and t.asked_of_unit_id = any(?) and "
                + AWAITED
                + " order by t.id",
            letter,
            reader.ownUnits()),
        row -> row.number("id"));
  }

  private static TaskLine line(Row row, LocalDate today) {
    var status = status(row, today);
    return new TaskLine(
        row.number("id"),
        row.text("asker"),
        row.text("unit"),
        row.instant("asked_at"),
        row.date("due_on"),
        row.text("question"),
        status,
        row.text("answer"),
        row.text("giver"),
        row.text("in_place_of"),
        row.instant("answered_at"),
        row.text("file_name"),
        row.numberOrNull("size_bytes"),
        row.flag("joined"),
        row.flag("mine") && status.open());
  }

  private static TaskLine.Status status(Row row, LocalDate today) {
    if (row.instant("answered_at") != null) {
      return TaskLine.Status.ANSWERED;
    }
    if (row.instant("withdrawn_at") != null) {
      return TaskLine.Status.WITHDRAWN;
    }
    var due = row.date("due_on");
    return due != null && due.isBefore(today) ? TaskLine.Status.LATE : TaskLine.Status.AWAITED;
  }

  private void refusePast(TaskRequest wish) {
    if (wish.dueOn() != null && wish.dueOn().isBefore(tenants.current().today(clock))) {
      throw Refusal.field("dueOn", "task.due-past");
    }
  }

  private String code(long unit) {
    return em.find(Unit.class, unit).code();
  }
}
