package fr.vaguemestre.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
  @Test
  void SIG1_a_note_longer_than_its_column_is_refused_in_words() {
    assertThatThrownBy(() -> new Approvals().approve(null, 1, 1, null, "a".repeat(2001), null))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.key()).isEqualTo("approval.note-too-long");
              assertThat(r.field()).contains("note");
            });
  }
}
