package fr.vaguemestre.passage;

import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.platform.db.Row;
import java.util.EnumSet;
import java.util.Set;

/** Of whom something is awaited on a letter, in person: a visa, a task, a contribution. */
final class Awaited {
  /** Columns about the letter {@code c}, one for each. */
  static final String COLUMNS =
      """
      exists (select 1 from approval_step s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id
        and s.status = 'CURRENT') as approver,
      exists (select 1 from task t where t.tenant_id = c.tenant_id and t.correspondence_id = c.id
        and t.answered_at is null and t.withdrawn_at is null) as tasked,
      exists (select 1 from contribution k where k.tenant_id = c.tenant_id and k.correspondence_id = c.id
        and k.answered_at is null and not k.withdrawn) as contributor
      """;

  private Awaited() {}

  static Set<Who> of(Row row) {
    var awaited = EnumSet.noneOf(Who.class);
    if (row.flag("approver")) {
      awaited.add(Who.APPROVER);
    }
    if (row.flag("tasked")) {
      awaited.add(Who.TASKED);
    }
    if (row.flag("contributor")) {
      awaited.add(Who.CONTRIBUTOR);
    }
    return awaited;
  }

  /** Why a letter stays: a message key's end. */
  static String reason(Who who) {
    return switch (who) {
      case TASKED -> "task";
      case CONTRIBUTOR -> "contribution";
      default -> "in-approval";
    };
  }
}
