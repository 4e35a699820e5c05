package fr.vaguemestre.correspondence;

import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.qualification.DocumentType;
import fr.vaguemestre.qualification.Priority;
import java.time.LocalDate;

/** What a letter is about and for whom, with every reference found. A null deadline is computed. */
record Filing(
    String subject,
    DocumentType type,
    Priority priority,
    Contact sender,
    Unit unit,
    boolean confidential,
    LocalDate deadline) {}
