package fr.vaguemestre.basket;

import static fr.vaguemestre.basket.Criterion.*;
import static fr.vaguemestre.basket.RuleNode.all;
import static fr.vaguemestre.basket.RuleNode.is;

import fr.vaguemestre.access.Right;
import java.util.ArrayList;
import java.util.List;

/** The baskets a new town starts with; it may change or remove each of them. */
final class UsualBaskets {
  private final List<BasketWish> wishes = new ArrayList<>();

  private UsualBaskets() {}

  static List<BasketWish> wishes() {
    var usual = new UsualBaskets();
    usual.mine("TO_QUALIFY", "À qualifier", all(is(TO_ME), is(STATE, "TO_QUALIFY")));
    usual.mine("TO_PROCESS", "À traiter", all(is(TO_ME), is(STATE, "TO_PROCESS")));
    usual.mine("RETURNED", "Retournés", all(is(TO_ME), is(RETURNED)));
    usual.mine("CONTRIBUTIONS_TO_GIVE", "Contributions à donner", is(CONTRIBUTION_TO_GIVE));
    usual.mine("CONTRIBUTIONS_AWAITED", "Contributions attendues", is(CONTRIBUTION_AWAITED));
    usual.mine("TASKS_TO_DO", "Tâches à faire", is(TASK_TO_DO));
    usual.mine("TASKS_AWAITED", "Tâches attendues", is(TASK_AWAITED));
    usual.mine("TO_VISA", "À viser", is(TO_VISA), Right.VISA, false);
    usual.mine("TO_SIGN", "À signer", is(TO_SIGN), Right.SIGN, false);
    usual.mine("TO_HAVE_SIGNED", "À faire signer", all(is(TO_ME), is(PAPER_AT_HAND)));
    usual.mine("TO_SEND", "À envoyer", all(is(TO_ME), is(STATE, "TO_SEND")));
    usual.mine("IN_COPY", "En copie", is(IN_COPY));
    usual.mine("FOLLOWED", "Suivis", is(FOLLOWED), null, true);
    usual.mine(
        "OUT_OF_CIRCUIT",
        "Hors circuit",
        is(STATE, "OUT_OF_CIRCUIT"),
        Right.REGISTER_SENSITIVE,
        false);
    usual.mine("QUARANTINE", "En quarantaine", all(is(QUARANTINED)), Right.QUALIFY, true);
    usual.shared("MY_DIRECTION", "Courriers de ma direction", is(MY_BRANCH), false);
    usual.shared("LATE", "En retard", all(is(MY_BRANCH), is(LATE)), false);
    usual.shared("RETURNS_LATE", "Retours en retard", all(is(MY_BRANCH), is(RETURN_LATE)), true);
    return usual.wishes;
  }

  private void mine(String code, String label, RuleNode rule) {
    mine(code, label, rule, null, false);
  }

  private void mine(String code, String label, RuleNode rule, Right right, boolean closed) {
    add(code, label, Basket.Section.MINE, right, new BasketRule(rule, closed));
  }

  private void shared(String code, String label, RuleNode rule, boolean closed) {
    add(code, label, Basket.Section.DIRECTION, null, new BasketRule(rule, closed));
  }

  private void add(
      String code, String label, Basket.Section section, Right right, BasketRule rule) {
    wishes.add(
        new BasketWish(
            code,
            label,
            section,
            wishes.size(),
            right,
            List.of(),
            rule,
            BasketColumn.USUAL,
            BasketOrder.DEADLINE,
            false,
            null,
            BasketColour.PLAIN));
  }
}
