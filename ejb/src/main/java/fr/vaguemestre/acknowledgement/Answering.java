package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;

/** How the person is answered: by electronic means or not, and at which address. */
@Stateless
public class Answering {
  private static final int LONGEST = 190;

  @Inject CorrespondenceActions actions;
  @Inject Contacts contacts;
  @Inject Correspondents correspondents;
  @Inject Quarantine quarantine;
  @Inject Database database;

  /**
   * How a person is answered now.
   *
   * @param refused they expressly refuse electronic means (CRPA L112-14)
   * @param noted the address an agent noted for this letter; null for none
   * @param address where an acknowledgement would leave by mail; null for nowhere
   */
  public record Standing(boolean refused, String noted, String address) {}

  /** Of a letter this reader sees. */
  public Standing of(Reader reader, long id) {
    var letter = actions.visible(reader, id);
    return new Standing(
        refused(letter.sender()), noted(id).orElse(null), address(letter).orElse(null));
  }

  /**
   * Where acknowledgements of a letter leave by mail: the address an agent noted, else what the
   * person gave for it (R112-11-3), else their own; of the last two, none where the last one
   * failed. None for who refuses electronic means.
   */
  public Optional<String> address(Correspondence letter) {
    var sender = letter.sender();
    if (refused(sender)) {
      return Optional.empty();
    }
    return noted(letter.id())
        .or(
            () ->
                Stream.of(replyTo(letter.id()), Optional.ofNullable(sender).map(Contact::email))
                    .flatMap(Optional::stream)
                    .map(String::strip)
                    .filter(correspondents::answerable)
                    .filter(address -> !failed(letter.id(), address))
                    .findFirst());
  }

  /**
   * Notes how the person wants to be answered; it passes the door as ACKNOWLEDGE.
   *
   * @param refused whether they expressly refuse electronic means, for all their letters; null for
   *     as it was
   * @param address where acknowledgements of this letter go, blank for what the person gave; null
   *     for as it was
   * @throws Refusal on {@code address} when nobody can be written to there, CONFLICT when a letter
   *     without sender would have them refuse
   */
  public void note(Reader reader, FollowUps.Seen seen, Boolean refused, String address) {
    if (address != null && !address.isBlank()) {
      refuseUnanswerable(address.strip());
    }
    var facts = new HashMap<String, Object>();
    facts.put("what", "ANSWERING");
    facts.put("refused", refused);
    var letter =
        actions.begin(
            actions.acting(reader, seen.letter(), Action.ACKNOWLEDGE),
            seen.letter(),
            seen.version(),
            Action.ACKNOWLEDGE,
            facts,
            address);
    quarantine.refuseHeld(letter.id());
    if (refused != null && refused != refused(letter.sender())) {
      refuse(letter.sender(), refused);
    }
    if (address != null) {
      keep(letter.id(), address.strip());
    }
  }

  private void refuse(Contact sender, boolean refused) {
    if (sender == null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.no-sender");
    }
    contacts.refuseElectronic(sender.id(), refused);
  }

  private void keep(long letter, String address) {
    database.update(sql("delete from answer_address where correspondence_id = ?", letter));
    if (!address.isEmpty()) {
      database.update(
          sql(
              "insert into answer_address (correspondence_id, email) values (?, ?)",
              letter,
              address));
    }
  }

  private void refuseUnanswerable(String address) {
    if (address.length() > LONGEST || !correspondents.answerable(address)) {
      throw Refusal.field("address", "acknowledgement.not-answerable");
    }
  }

  private Optional<String> noted(long letter) {
    return database.first(
        sql("select email from answer_address where correspondence_id = ?", letter),
        row -> row.text("email"));
  }

  private Optional<String> replyTo(long letter) {
    return database.first(
        sql(
            "select reply_to from submission where correspondence_id = ? and reply_to is not null",
            letter),
        row -> row.text("reply_to"));
  }

  private boolean failed(long letter, String address) {
    return database
        .first(
            sql(
                """
                select status from acknowledgement
                 where correspondence_id = ? and means = 'EMAIL' and lower(recipient) = lower(?) order by made_at desc, id desc limit 1
                """,
                letter,
                address),
            row -> row.constant("status", Delivery.class))
        .filter(status -> status == Delivery.FAILED)
        .isPresent();
  }

  private static boolean refused(Contact sender) {
    return sender != null && sender.electronicRefused();
  }
}
