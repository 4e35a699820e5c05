package fr.vaguemestre.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password made to be read out once: five groups of four signs, no letter taken for another. */
public final class RandomPassword {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private RandomPassword() {}

  /** 89 bits; each group begins with a small letter, a capital and a digit. */
  public static String make() {
    return IntStream.range(0, 5)
        .mapToObj(group -> "" + one(0, 24) + one(24, 48) + one(48, 56) + one(0, 56))
        .collect(Collectors.joining("-"));
  }

  private static char one(int from, int to) {
    return SIGNS.charAt(from + RANDOM.nextInt(to - from));
  }
}
