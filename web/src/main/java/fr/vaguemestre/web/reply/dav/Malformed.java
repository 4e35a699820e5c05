package fr.vaguemestre.web.reply.dav;

/** A request that does not say what it wants as RFC 4918 has it: 400. */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Malformed(String what) {
    super(what, null, false, false);
  }
}
