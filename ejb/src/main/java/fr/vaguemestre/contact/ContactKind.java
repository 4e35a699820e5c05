package fr.vaguemestre.contact;

/** What a contact is. */
public enum ContactKind {
  PERSON,
  COMPANY,
  ASSOCIATION,
  ADMINISTRATION
}
