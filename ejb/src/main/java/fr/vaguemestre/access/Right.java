package fr.vaguemestre.access;

/** What one may do. What one may see is {@link Visibility}'s alone. */
public enum Right {
  REGISTER,
  QUALIFY,
  REDIRECT,
  PROCESS,
  REQUEST_CONTRIBUTION,
  CONTRIBUTE,
  /** Splits a letter into tasks for several units (O12). */
  REQUEST_TASK,
  VISA,
  SIGN,
  SEND,
  CLOSE,
  REOPEN,
  NOTE,
  /** Opens the confidential letters of one's branch. */
  READ_CONFIDENTIAL,
  /** Registers a politically sensitive letter outside any circuit (O3). */
  REGISTER_SENSITIVE,
  /** Changes the templates of units (O18). */
  MANAGE_TEMPLATES,
  /** Changes the generic templates, those of no unit (O18). */
  MANAGE_GENERIC_TEMPLATES,
  /** Changes the chart and the groups of rights. */
  ADMIN_ORGANISATION,
  /** Creates, changes and closes agents (O18). */
  ADMIN_AGENTS,
  /** Changes the distribution lists of units (O18). */
  ADMIN_DISTRIBUTION,
  ADMIN_TYPES,
  ADMIN_CIRCUITS,
  ADMIN_PLATFORM,
  OPERATE,
  VIEW_JOURNAL,
  /**
   * Follows what is due: prepares lists, records the visa of the archives, places litigation holds
   * (BAT2).
   */
  ARCHIVE,
  /** Signs elimination lists (BAT2). */
  SIGN_ELIMINATION
}
