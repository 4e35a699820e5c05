package fr.vaguemestre.contact;

import java.util.List;

/**
 * These people were erased, and nobody here is kept under that row any more: whoever wrote their
 * names down elsewhere erases them in the same transaction.
 */
public record ContactsGone(List<Person> people) {
  /** Each part as it was written; null for none. */
  public record Person(String lastName, String firstName, String email, String phone) {}
}
