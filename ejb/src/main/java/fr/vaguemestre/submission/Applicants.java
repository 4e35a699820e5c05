package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** What people said of themselves when they sent, for those who answer them (CRPA R112-9-1). */
@Stateless
public class Applicants {
  @Inject CorrespondenceActions actions;
  @Inject Database database;

  /** Of a letter this reader sees; none when no portal brought it. */
  public Optional<AsTyped> of(Reader reader, long letter) {
    var sender = actions.visible(reader, letter).sender();
    var known = sender == null ? null : Contacts.wish(sender);
    return database.first(
        sql(
            "select applicant, reply_to from submission where correspondence_id = ? and applicant is not null",
            letter),
        row -> AsTyped.of(ApplicantText.read(row.text("applicant")), row.text("reply_to"), known));
  }
}
