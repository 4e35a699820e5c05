package fr.vaguemestre.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTest {
  @Test
  void who_moved_is_not_taken_for_who_lived_elsewhere() {
    var known = living("1 rue Basse", "25970", "Pontarlieu");
    assertThat(living("1  RUE BASSE", "25970", "pontarlieu").livesWith(known)).isTrue();
    assertThat(living(null, null, null).livesWith(known)).as("nothing said").isTrue();
    assertThat(living(null, null, "Pontarlieu").livesWith(known)).isTrue();
    assertThat(living("9 rue Neuve", "25970", "Pontarlieu").livesWith(known)).isFalse();
    assertThat(living("1 rue Basse", "25300", "Pontarlieu").livesWith(known)).isFalse();
    assertThat(known.livesWith(living(null, null, null))).as("nothing known").isFalse();
  }

  private static Contact living(String street, String postcode, String city) {
    return new Contact(
        new ContactWish(
            ContactKind.PERSON,
            null,
            "Martin",
            "Lou",
            null,
            "lou@example.fr",
            null,
            street,
            null,
            postcode,
            city));
  }
}
