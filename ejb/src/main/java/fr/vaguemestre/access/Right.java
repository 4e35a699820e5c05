package fr.vaguemestre.access;

/** What one may do. What one may see is {@link Visibility}'s alone. */
public enum Right {
  REGISTER,
  QUALIFY,
  REDIRECT,
  PROCESS,
  REQUEST_CONTRIBUTION,
  CONTRIBUTE,
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
  MANAGE_TEMPLATES,
  ADMIN_ORGANISATION,
  ADMIN_TYPES,
  ADMIN_CIRCUITS,
  ADMIN_PLATFORM,
  OPERATE,
  VIEW_JOURNAL
}
