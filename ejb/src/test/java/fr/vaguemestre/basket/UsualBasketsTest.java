package fr.vaguemestre.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class UsualBasketsTest {
  @Test
  void org4_a_new_town_has_the_usual_baskets_each_with_a_rule_that_holds_up() {
    var wishes = UsualBaskets.wishes();
    assertThat(wishes)
        .extracting(BasketWish::code)
        .doesNotHaveDuplicates()
        .contains(
            "TO_QUALIFY",
            "TO_PROCESS",
            "IN_COPY",
            "MY_DIRECTION",
            "LATE",
            "CONTRIBUTIONS_TO_GIVE",
            "CONTRIBUTIONS_AWAITED",
            "TO_VISA",
            "TO_SIGN",
            "TO_HAVE_SIGNED",
            "TO_SEND",
            "RETURNED",
            "FOLLOWED");
    for (var wish : wishes) {
      assertThatCode(() -> wish.rule().check()).as(wish.code()).doesNotThrowAnyException();
      assertThat(BasketRule.parse(wish.rule().json())).isEqualTo(wish.rule());
    }
  }
}
