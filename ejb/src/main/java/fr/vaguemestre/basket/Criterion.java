package fr.vaguemestre.basket;

/** What one condition of a basket's rule may speak of, and what it is given to compare with. */
public enum Criterion {
  /** Assigned to me, or to nobody yet in a unit where I sit. */
  TO_ME(Operand.NONE),
  /** Held by a unit where I sit or by one below. */
  MY_BRANCH(Operand.NONE),
  /** I am, or a unit where I sit is, in copy. */
  IN_COPY(Operand.NONE),
  /** It is my turn, or that of a unit where I sit, to give a contribution. */
  CONTRIBUTION_TO_GIVE(Operand.NONE),
  /** I asked for a contribution that has not come. */
  CONTRIBUTION_AWAITED(Operand.NONE),
  /** A task is awaited from a unit where I sit. */
  TASK_TO_DO(Operand.NONE),
  /** I, or a unit where I sit, split it into tasks of which one has not come. */
  TASK_AWAITED(Operand.NONE),
  /** My visa is awaited. */
  TO_VISA(Operand.NONE),
  /** My signature is awaited. */
  TO_SIGN(Operand.NONE),
  /** A signature by hand is awaited, to be had and attached by whoever answers (O15, O16). */
  PAPER_AT_HAND(Operand.NONE),
  /** Every letter I see. */
  VISIBLE(Operand.NONE),
  STATE(Operand.STATE),
  TYPE(Operand.TYPE),
  CATEGORY(Operand.CATEGORY),
  CHANNEL(Operand.CHANNEL),
  PRIORITY(Operand.PRIORITY),
  /** Its deadline is past. */
  LATE(Operand.NONE),
  /** Its deadline is today or within so many days. */
  DUE_WITHIN(Operand.DAYS),
  NO_DEADLINE(Operand.NONE),
  /** It arrived today or at most so many days ago. */
  ARRIVED_WITHIN(Operand.DAYS),
  /** It arrived more than so many days ago. */
  ARRIVED_BEFORE(Operand.DAYS),
  UNIT_IS(Operand.UNIT),
  /** Held by one of these units or by one below. */
  UNIT_UNDER(Operand.UNIT),
  ASSIGNED_TO_ME(Operand.NONE),
  ASSIGNED_TO_NOBODY(Operand.NONE),
  ASSIGNED_TO(Operand.AGENT),
  /** An approver refused the last reply sent for validation, and it has not been sent again. */
  RETURNED(Operand.NONE),
  /** A document handed outside is awaited beyond its day, or its mail never arrived. */
  RETURN_LATE(Operand.NONE),
  FOLLOWED(Operand.NONE),
  UNREAD(Operand.NONE),
  TAG(Operand.TAG),
  CONFIDENTIAL(Operand.NONE),
  CLOSED(Operand.NONE),
  /** Held apart as abusive (L112-11); a rule that does not speak of it leaves these out. */
  QUARANTINED(Operand.NONE),
  /** Suggested for quarantine, and an agent has not decided. */
  ABUSE_SUSPECTED(Operand.NONE);

  private final Operand operand;

  Criterion(Operand operand) {
    this.operand = operand;
  }

  public Operand operand() {
    return operand;
  }

  boolean personal() {
    return switch (this) {
      case TO_ME,
          MY_BRANCH,
          IN_COPY,
          CONTRIBUTION_TO_GIVE,
          CONTRIBUTION_AWAITED,
          TASK_TO_DO,
          TASK_AWAITED,
          TO_VISA,
          TO_SIGN,
          FOLLOWED,
          ASSIGNED_TO_ME ->
          true;
      default -> false;
    };
  }

  /**
   * What a criterion compares with: nothing, a number of days, or codes (of states, types,
   * categories, channels, priorities, units), logins, labels of tags.
   */
  public enum Operand {
    NONE,
    DAYS,
    STATE,
    TYPE,
    CATEGORY,
    CHANNEL,
    PRIORITY,
    UNIT,
    AGENT,
    TAG
  }
}
