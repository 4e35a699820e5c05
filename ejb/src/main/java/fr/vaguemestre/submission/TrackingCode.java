package fr.vaguemestre.submission;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the sender is given to follow a submission: twelve signs, none taken for another. */
public final class TrackingCode {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;
  private static final int GROUPS = 3;

  private TrackingCode() {}

  /** 58 bits, written in groups: {@code K7QM-2VXP-9RTA}. */
  static String make() {
    return written(
        RANDOM
            .ints((long) GROUP * GROUPS, 0, SIGNS.length())
            .mapToObj(i -> String.valueOf(SIGNS.charAt(i)))
            .collect(Collectors.joining()));
  }

  /** As it is kept, whatever blanks, dashes and small letters people typed. */
  static String read(String typed) {
    return written(typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
  }

  private static String written(String signs) {
    return signs.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }
}
