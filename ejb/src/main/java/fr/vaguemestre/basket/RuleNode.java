package fr.vaguemestre.basket;

import java.util.List;

/** A node of a basket's rule: conditions joined by and, or, not. */
public sealed interface RuleNode {
  /** Holds when each of its parts holds. */
  record All(List<RuleNode> of) implements RuleNode {
    public All {
      of = List.copyOf(of);
    }
  }

  /** Holds when one of its parts holds. */
  record Any(List<RuleNode> of) implements RuleNode {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Holds when its part does not. */
  record Not(RuleNode of) implements RuleNode {}

  /**
   * One condition; {@code of} is empty, one number of days, or the codes of which one must match.
   */
  record Test(Criterion is, List<String> of) implements RuleNode {
    public Test {
      of = List.copyOf(of);
    }

    /** The number of days of a criterion that is given one. */
    public int days() {
      return Integer.parseInt(of.getFirst());
    }
  }

  /** Whether it holds only for letters that speak of the reader or of their units. */
  default boolean personal() {
    return switch (this) {
      case All all -> all.of().stream().anyMatch(RuleNode::personal);
      case Any any -> !any.of().isEmpty() && any.of().stream().allMatch(RuleNode::personal);
      case Not not -> false;
      case Test test -> test.is().personal();
    };
  }

  /** Whether it speaks of that anywhere. */
  default boolean speaksOf(Criterion criterion) {
    return switch (this) {
      case All all -> all.of().stream().anyMatch(part -> part.speaksOf(criterion));
      case Any any -> any.of().stream().anyMatch(part -> part.speaksOf(criterion));
      case Not not -> not.of().speaksOf(criterion);
      case Test test -> test.is() == criterion;
    };
  }

  static RuleNode is(Criterion criterion, String... of) {
    return new Test(criterion, List.of(of));
  }

  static RuleNode all(RuleNode... of) {
    return new All(List.of(of));
  }
}
