package fr.vaguemestre.web.shell;

import java.util.regex.Pattern;

/** Where a form may send back to: a page of this application, whatever the parameter says. */
final class Back {
  /**
   * A path of ours: one slash first, then no second slash or backslash, nothing outside printable
   * ASCII.
   */
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private Back() {}

  static String to(String wanted) {
    return wanted != null && OURS.matcher(wanted).matches() ? wanted : "/";
  }
}
