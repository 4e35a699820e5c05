package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenant;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Gives each correspondence its number ({@code PONT/2026A/1}), restarting each year. To be called
 * last in the transaction: the counter's row stays locked until the commit, so numbers neither
 * repeat nor leave a gap, and nobody waits longer than one commit.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChronoNumbers {
  @Inject Database database;
  @Inject Clock clock;

  public String give(Tenant town, long correspondence, Category category) {
    int year = town.today(clock).getYear();
    return database
        .first(
            sql(
                """
                with next as (
                  insert into chrono_counter (rule, year, value) values (?, ?, 1)
                  on conflict (tenant_id, rule, year) do update set value = chrono_counter.value + 1 returning value)
                update correspondence set chrono = ? || next.value from next where id = ? returning chrono
                """,
                category,
                year,
                town.code() + "/" + year + category.letter() + "/",
                correspondence),
            row -> row.text("chrono"))
        .orElseThrow();
  }
}
