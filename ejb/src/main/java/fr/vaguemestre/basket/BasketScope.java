package fr.vaguemestre.basket;

/** Which letters, among those one sees, a basket speaks of. */
public enum BasketScope {
  /** Assigned to me, or to nobody yet in a unit where I sit. */
  TO_ME,
  /** Held by a unit where I sit or by one below. */
  MY_BRANCH,
  /** I am, or a unit where I sit is, in copy. */
  IN_COPY,
  /** A contribution is awaited from me or from a unit where I sit. */
  CONTRIBUTION_TO_GIVE,
  /** I asked for a contribution that has not come. */
  CONTRIBUTION_AWAITED,
  /** My visa is awaited. */
  TO_VISA,
  /** My signature is awaited. */
  TO_SIGN,
  /** Every letter I see. */
  VISIBLE
}
