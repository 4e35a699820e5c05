package fr.vaguemestre.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
  @Test
  void a_database_that_went_away_is_known_through_whatever_wraps_it() {
    var cut = new SQLException("An I/O error occurred", "08006");
    assertThat(DatabaseAway.behind(cut)).isTrue();
    assertThat(DatabaseAway.behind(new IllegalStateException(new DatabaseFailure(cut)))).isTrue();
    assertThat(DatabaseAway.behind(new SQLException(new SQLException("starting up", "57P03"))))
        .isTrue();
    assertThat(DatabaseAway.behind(new SQLException("too many clients", "53300"))).isTrue();
    assertThat(
            DatabaseAway.behind(
                new SQLException("IJ031070: Transaction cannot proceed: STATUS_MARKED_ROLLBACK")))
        .isTrue();
  }

  @Test
  void a_commit_that_failed_tells_its_reason_beside_its_cause() {
    var rolledBack = new IllegalStateException("could not commit");
    rolledBack.addSuppressed(new IllegalStateException(new SQLException("cut", "08006")));
    assertThat(DatabaseAway.behind(new IllegalStateException(rolledBack))).isTrue();
  }

  @Test
  void a_pool_without_a_connection_left_is_out_of_reach_and_not_away() {
    var none = new SQLException(new ResourceException());
    assertThat(DatabaseAway.outOfReach(new IllegalStateException(none))).isTrue();
    assertThat(DatabaseAway.behind(none)).isFalse();
    assertThat(DatabaseAway.outOfReach(new SQLException("duplicate key", "23505"))).isFalse();
  }

  /** As the server's own is named. */
  private static final class ResourceException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void a_database_that_says_no_is_there() {
    assertThat(DatabaseAway.behind(new SQLException("duplicate key", "23505"))).isFalse();
    assertThat(DatabaseAway.behind(new SQLException("no state"))).isFalse();
    assertThat(DatabaseAway.behind(new IllegalStateException())).isFalse();
  }
}
