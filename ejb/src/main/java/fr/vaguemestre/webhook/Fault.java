package fr.vaguemestre.webhook;

/** Why a call had no answer. */
public enum Fault {
  /** It leads where the operator lets no call go. */
  FORBIDDEN_ADDRESS,
  UNKNOWN_HOST,
  UNREACHABLE,
  /** No trusted certificate for this name. */
  TLS,
  TIMEOUT,
  /** What came is no HTTP. */
  NOT_HTTP,
  /** The town's key is not at hand: nothing can be signed. */
  NO_SECRET
}
