package fr.vaguemestre.maarch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import org.junit.jupiter.api.Test;

/** API3: what looks like SQL is read, and never passed on. */
class ClauseTest {
  @Test
  void API3_the_clauses_connectors_write_are_understood() {
    reads("alt_identifier='VILLE/2026A/12'", "(c.chrono = ?)");
    reads("res_id = 12", "(c.id = ?)");
    reads("res_view_letterbox.res_id IN (1, 2,'3')", "(c.id in (?, ?, ?))");
    reads("1=1", "(true)");
    reads(
        "(subject LIKE '%l''été%' or type_id <> 102) AND process_limit_date is not null",
        "((c.subject ilike ? escape '' or c.type_id <> ?) and c.deadline is not null)");
    reads("subject like 'a\\'", "(c.subject ilike ? escape '')");
    reads("subject = '" + "''".repeat(1900) + "'", "(c.subject = ?)");
    reads("subject = '" + "x".repeat(3900) + "'", "(c.subject = ?)");
    reads("creation_date >= '2026-11-20 17:18:47'", "(c.registered_at >= ?)");
    assertThat(read("STATUS not in ('DEL','END')"))
        .startsWith("(case when")
        .endsWith("not in (?, ?))");
  }

  @Test
  void API3_everything_else_is_refused() {
    for (var clause :
        new String[] {
          "",
          "1=2",
          "1",
          "res_id",
          "res_id =",
          "res_id = 'x'",
          "res_id = 1; drop table letter",
          "res_id = 1 -- x",
          "res_id = 1 /* x */",
          "res_id = (select 1)",
          "res_id = 1 union select 1",
          "pg_sleep(10)",
          "password = 'x'",
          "subject = subject",
          "subject = 'x",
          "subject = 'x\0'",
          "subject like 12",
          "res_id like '1'",
          "doc_date = 'hier'",
          "doc_date = '2026-02-30'",
          "res_id in ()",
          "res_id not = 1",
          "(".repeat(20) + "res_id = 1" + ")".repeat(20),
          "res_id in (" + "1,".repeat(600) + "1)",
          "res_id = 1 and ".repeat(400) + "1=1",
          "subject = \"x\"",
          "res_id = 1 or",
          "é = 1"
        }) {
      assertThatThrownBy(() -> Clause.read(clause))
          .as(clause)
          .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).contains("clause"));
    }
  }

  private static void reads(String clause, String condition) {
    assertThat(read(clause)).isEqualTo(condition);
  }

  private static String read(String clause) {
    return Clause.read(clause).toString().replace("( ", "(").replace(" )", ")").replace(" ,", ",");
  }
}
