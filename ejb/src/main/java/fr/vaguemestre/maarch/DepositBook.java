package fr.vaguemestre.maarch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.DocumentFiles;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.correspondence.Letters;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One deposit, or one thing added to it, is one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DepositBook {
  @Inject Letters letters;
  @Inject CorrespondenceActions actions;
  @Inject DocumentFiles documents;
  @Inject Notes notes;
  @Inject Database database;

  /** Enters it, unless the same external id brought it before; returns the letter's id. */
  public long enter(Reader reader, ApiClient client, DepositWish wish, List<IncomingFile> files) {
    return before(client, wish.externalName(), wish.externalId())
        .orElseGet(
            () ->
                letters
                    .receive(
                        reader,
                        here(client, wish.registration()),
                        files,
                        letter -> write(client, wish, letter))
                    .id());
  }

  /** The letter that the same external id brought. */
  public Optional<Long> before(ApiClient client, String externalName, String externalId) {
    return externalId == null
        ? Optional.empty()
        : database.first(
            sql(
                "select correspondence_id from deposit where client_id = ? and external_name = ? and external_id = ?",
                client.id(),
                externalName,
                externalId),
            row -> row.number("correspondence_id"));
  }

  public long attach(Reader reader, ApiClient client, long letter, IncomingFile file) {
    own(client, letter);
    var changed = actions.fromOutside(reader, letter, "ADD_PIECES", Map.of("files", 1), null);
    return documents.attach(changed, file, reader.actor());
  }

  public long note(Reader reader, ApiClient client, long letter, String text) {
    own(client, letter);
    return notes.leave(reader, letter, text);
  }

  public void name(ApiClient client, long letter, String externalName, String externalId) {
    own(client, letter);
    database.update(
        sql(
            "update deposit set external_name = ?, external_id = ? where correspondence_id = ? and client_id = ?",
            externalName,
            externalId,
            letter,
            client.id()));
  }

  /**
   * The letter is the account's, and takes more.
   *
   * @throws Refusal NOT_FOUND when the letter is absent or another's, CONFLICT when its personal
   *     data is erased
   */
  public void own(ApiClient client, long letter) {
    if (database.count(
            sql(
                "select count(*) as count from deposit where correspondence_id = ? and client_id = ?",
                letter,
                client.id()))
        == 0) {
      throw Refusal.notFound();
    }
    actions.openToAdditions(letter);
  }

  private void write(ApiClient client, DepositWish wish, long letter) {
    database.update(
        sql(
            "insert into deposit (correspondence_id, client_id, external_name, external_id, custom_fields) values (?, ?, ?, ?, ?)",
            letter,
            client.id(),
            wish.externalName(),
            wish.externalId(),
            wish.customFields()));
    var sender = wish.registration().senderId();
    if (sender != null) {
      refuseUnknown(client, sender);
    }
  }

  /** A tool names the contacts it brought: the number of another would tell it who they are. */
  private void refuseUnknown(ApiClient client, long contact) {
    if (database.count(
            sql(
                "select count(*) as count from deposit_contact where client_id = ? and contact_id = ?",
                client.id(),
                contact))
        == 0) {
      throw Refusal.field("senders", "contact.unknown");
    }
  }

  /** Without a unit the account's own keeps it. Its external id is the tool's, not the town's. */
  private static Registration here(ApiClient client, Registration wish) {
    return new Registration(
        wish.category(),
        wish.channel(),
        wish.subject(),
        wish.type(),
        wish.priority(),
        wish.senderId(),
        wish.sender(),
        wish.unit() == null ? client.unit() : wish.unit(),
        wish.assignee(),
        wish.copyUnits(),
        wish.copyAgents(),
        wish.documentDate(),
        wish.postmarkDate(),
        wish.arrivalDate(),
        wish.deadline(),
        wish.confidential(),
        false,
        wish.toQualify(),
        null,
        wish.deadlineReason(),
        wish.firstReceivedOn());
  }
}
