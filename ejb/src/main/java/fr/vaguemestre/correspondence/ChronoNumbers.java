package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
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
  @Inject Tenants tenants;
  @Inject Clock clock;

  public String give(long correspondence, Category category) {
    var town = tenants.current();
    int year = town.today(clock).getYear();
    long number =
        database
            .first(
                sql(
                    "insert into chrono_counter (rule, year, value) values (?, ?, 1) on conflict (tenant_id, rule, year) do update"
                        + " set value = chrono_counter.value + 1 returning value",
                    category,
                    year),
                row -> row.number("value"))
            .orElseThrow();
    var chrono = town.code() + "/" + year + category.letter() + "/" + number;
    database.update(
        sql("update correspondence set chrono = ? where id = ?", chrono, correspondence));
    return chrono;
  }
}
