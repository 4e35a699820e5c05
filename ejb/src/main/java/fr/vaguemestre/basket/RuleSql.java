package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.filing.Tags;
import fr.vaguemestre.platform.db.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * The one place where a rule becomes SQL, a condition on {@code correspondence c}. What a person is
 * asked or follows is read once as a list of letters, and codes as a list of ids, so that each
 * condition can be met by an index, joined by <i>or</i> as well.
 */
final class RuleSql {
  /** The deadline, 9999-12-31 for letters without one. */
  static final String DUE = "c.due";

  static final String QUARANTINED =
      "exists (select 1 from quarantine q where q.tenant_id = c.tenant_id and q.correspondence_id = c.id and q.held)";

  private final Reader reader;
  private final LocalDate today;

  private RuleSql(Reader reader, LocalDate today) {
    this.reader = reader;
    this.today = today;
  }

  static Statement condition(RuleNode rule, Reader reader, LocalDate today) {
    return new RuleSql(reader, today).of(rule);
  }

  /** A condition on a value that is null does not hold, and its contrary does. */
  private Statement of(RuleNode node) {
    return switch (node) {
      case RuleNode.All all -> joined(all.of(), "and", "true");
      case RuleNode.Any any -> joined(any.of(), "or", "false");
      case RuleNode.Not not -> sql("(").add(of(not.of())).add(") is not true");
      case RuleNode.Test test -> test(test);
    };
  }

  private Statement joined(List<RuleNode> parts, String word, String whenEmpty) {
    if (parts.isEmpty()) {
      return sql(whenEmpty);
    }
    var joined = sql("(").add(of(parts.getFirst()));
    for (var part : parts.subList(1, parts.size())) {
      joined.add(word).add(of(part));
    }
    return joined.add(")");
  }

  private Statement test(RuleNode.Test test) {
    var of = test.of();
    return switch (test.is()) {
      case VISIBLE -> sql("true");
      case TO_ME ->
          sql(
              "(c.assignee_id = ? or (c.assignee_id is null and c.unit_id = any(?)))",
              reader.agent(),
              reader.ownUnits());
      case MY_BRANCH -> sql("c.unit_id = any(?)", reader.branch());
      case IN_COPY ->
          fact(
              "correspondence_participant",
              "x.role = 'COPY' and (x.agent_id = ? or x.unit_id = any(?))",
              reader.agent(),
              reader.ownUnits());
      case CONTRIBUTION_TO_GIVE ->
          listed(
              "contribution",
              "x.answered_at is null and not x.withdrawn and not x.waiting and (x.asked_of_agent_id = ? or x.asked_of_unit_id = any(?))",
              reader.agent(),
              reader.ownUnits());
      case CONTRIBUTION_AWAITED ->
          listed(
              "contribution",
              "x.answered_at is null and not x.withdrawn and x.asked_by = ?",
              reader.agent());
      case TASK_TO_DO -> tasks("x.asked_of_unit_id = any(?)", reader.ownUnits());
      case TASK_AWAITED ->
          tasks("(x.asked_by = ? or x.asking_unit_id = any(?))", reader.agent(), reader.ownUnits());
      case TO_VISA -> step("VISA");
      case TO_SIGN -> step("SIGNATURE");
      case PAPER_AT_HAND -> fact("approval_step", "x.status = 'CURRENT' and x.kind = 'PAPER'");
      case RETURNED ->
          fact(
              "approval_step",
              "x.status = 'REFUSED' and not exists (select 1 from approval_step y where y.tenant_id = x.tenant_id"
                  + " and y.correspondence_id = x.correspondence_id and y.round > x.round)");
      case RETURN_LATE ->
          fact(
              "transmission",
              "x.returned_on is null and x.settled_on is null and (x.undelivered or x.expected_on < ?)",
              today);
      case FOLLOWED -> listed("correspondence_follow", "x.agent_id = ?", reader.agent());
      case UNREAD ->
          sql("not").add(fact("correspondence_reading", "x.agent_id = ?", reader.agent()));
      case TAG ->
          fact(
              "correspondence_tag",
              "x.tag_id = any(array(select g.id from tag g where g.key = any(?)))",
              of.stream().map(Tags::key).toList());
      case STATE -> sql("c.state = any(?)", of);
      case CATEGORY -> sql("c.category = any(?)", of);
      case CHANNEL -> sql("c.channel = any(?)", of);
      case TYPE ->
          sql("c.type_id = any(array(select t.id from document_type t where t.code = any(?)))", of);
      case PRIORITY ->
          sql("c.priority_id = any(array(select p.id from priority p where p.code = any(?)))", of);
      case UNIT_IS ->
          sql("c.unit_id = any(array(select u.id from unit u where u.code = any(?)))", of);
      case UNIT_UNDER ->
          sql(
              """
              c.unit_id = any(array(with recursive below as (
                select u.tenant_id, u.id from unit u where u.code = any(?)
                union select u.tenant_id, u.id from unit u join below b on b.tenant_id = u.tenant_id and b.id = u.parent_id
              ) select id from below))\
              """,
              of);
      case ASSIGNED_TO_ME -> sql("c.assignee_id = ?", reader.agent());
      case ASSIGNED_TO_NOBODY -> sql("c.assignee_id is null");
      case ASSIGNED_TO ->
          sql("c.assignee_id = any(array(select a.id from agent a where a.login = any(?)))", of);
      case LATE -> sql(DUE + " < ?", today);
      case DUE_WITHIN -> sql(DUE + " between ? and ?", today, today.plusDays(test.days()));
      case NO_DEADLINE -> sql("c.deadline is null");
      case ARRIVED_WITHIN -> sql("c.arrival_date >= ?", today.minusDays(test.days()));
      case ARRIVED_BEFORE -> sql("c.arrival_date < ?", today.minusDays(test.days()));
      case CONFIDENTIAL -> sql("c.confidential");
      case CLOSED -> sql("c.closed");
      case QUARANTINED -> sql(QUARANTINED);
      case ABUSE_SUSPECTED -> fact("quarantine", "not x.held");
    };
  }

  private Statement step(String kind) {
    return listed(
        "approval_step",
        "x.status = 'CURRENT' and x.kind = ? and x.agent_id = ?",
        kind,
        reader.agent());
  }

  private static Statement tasks(String whose, Object... values) {
    return listed("task", "x.answered_at is null and x.withdrawn_at is null and " + whose, values);
  }

  /** For facts of which a person has few: the letters they are about. */
  private static Statement listed(String table, String condition, Object... values) {
    return sql(
        "c.id = any(array(select x.correspondence_id from "
            + table
            + " x where "
            + condition
            + "))",
        values);
  }

  private static Statement fact(String table, String condition, Object... values) {
    return sql(
        "exists (select 1 from "
            + table
            + " x where x.tenant_id = c.tenant_id and x.correspondence_id = c.id and "
            + condition
            + ")",
        values);
  }
}
