package fr.vaguemestre.access;

/** What a machine account may call. */
public enum Scope {
  /** Sends submissions, and reads what types it may send. */
  SUBMIT,
  /** Reads how its own submissions stand. */
  FOLLOW,
  /** Adds messages and pieces to its own submissions, and withdraws them. */
  COMPLETE,
  /** Registers letters that another tool received or scanned, reads these and adds to them. */
  REGISTER,
  /** Tells how demands that are followed elsewhere stand, and reads what it told. */
  NOTIFY
}
