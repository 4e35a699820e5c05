package fr.vaguemestre.contact;

/** The numbers companies and associations are known by (CRPA R112-9-1). */
public final class RegistryNumbers {
  private static final String POST_OFFICE = "356000000";
  private static final String POST_OFFICE_HEAD = "35600000000048";

  private RegistryNumbers() {}

  /** As registers write it: capitals, no blanks. */
  public static String plain(String written) {
    return written == null
        ? ""
        : written.replaceAll("[\\s\\u00a0\\u202f.]+", "").toUpperCase(java.util.Locale.ROOT);
  }

  /** Nine digits, Luhn. */
  public static boolean isSiren(String number) {
    return number.matches("[0-9]{9}") && luhn(number);
  }

  /**
   * Fourteen digits, Luhn; those of La Poste's establishments have a sum of digits that is a
   * multiple of five.
   */
  public static boolean isSiret(String number) {
    if (!number.matches("[0-9]{14}")) {
      return false;
    }
    boolean postOffice = number.startsWith(POST_OFFICE) && !number.equals(POST_OFFICE_HEAD);
    return postOffice ? sum(number) % 5 == 0 : luhn(number) && luhn(number.substring(0, 9));
  }

  /** {@code W} and nine digits. */
  public static boolean isRna(String number) {
    return number.matches("W[0-9]{9}");
  }

  private static int sum(String digits) {
    return digits.chars().map(c -> c - '0').sum();
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
