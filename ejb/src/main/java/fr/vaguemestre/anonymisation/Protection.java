package fr.vaguemestre.anonymisation;

/**
 * A feature's reason to leave letters as they are for now, a litigation hold; beans found by {@link
 * Erasures}. None is erased as long as one condition holds.
 */
public interface Protection {
  /** SQL, without question marks, that tells of a letter {@code c} that it is protected. */
  String condition();
}
