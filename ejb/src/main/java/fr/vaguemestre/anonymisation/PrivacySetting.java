package fr.vaguemestre.anonymisation;

/**
 * What a town wants of requests whose time has come.
 *
 * @param keepLetters whether the letter made of a request stays whole, as a public archive, until
 *     its own retention ends: then only the request's copy is erased
 * @param deposits whether letters that another tool registered under its machine account are
 *     requests too
 */
public record PrivacySetting(boolean keepLetters, boolean deposits) {
  static final PrivacySetting USUAL = new PrivacySetting(false, false);

  Purpose purpose() {
    return keepLetters ? Purpose.REQUEST_COPY : Purpose.ANONYMISE;
  }
}
