package fr.vaguemestre.capture;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.correspondence.Letters;
import fr.vaguemestre.correspondence.Registered;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One registration is one transaction; its keys make a second one impossible. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Registrations {
  @Inject Letters letters;
  @Inject Database database;
  @Inject Clock clock;

  /** Registers the letter, unless the same key or external id brought it before. */
  public Registered register(
      Reader reader, Registration wish, List<IncomingFile> files, String key, String fingerprint) {
    return before(reader, key, wish.externalId(), fingerprint)
        .orElseGet(
            () ->
                letters.register(
                    reader, wish, files, id -> remember(reader, id, files, key, fingerprint)));
  }

  private void remember(
      Reader reader, long letter, List<IncomingFile> files, String key, String fingerprint) {
    var uploads = files.stream().map(IncomingFile::uploadId).filter(Objects::nonNull).toList();
    if (!uploads.isEmpty()) {
      database.update(
          sql(
              """
              insert into letter_origin (correspondence_id, unit_id, agent_id, words, received_on)
              select ?, forwarded_unit_id, agent_id, forwarded_words, received_on from upload
               where id = any(?) and forwarded_at is not null order by id limit 1
              """,
              letter,
              uploads));
      if (database.update(sql("delete from upload where id = any(?)", uploads)) < uploads.size()) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "capture.file-gone");
      }
    }
    if (key != null) {
      database.update(
          sql(
              "insert into idempotency_key (client, key, request_sha256, correspondence_id, created_at) values (?, ?, ?, ?, ?)",
              reader.login(),
              key,
              fingerprint,
              letter,
              clock.instant()));
    }
  }

  /** What the same key or external id gave before. */
  public Optional<Registered> before(
      Reader reader, String key, String externalId, String fingerprint) {
    var byKey = key == null ? Optional.<Known>empty() : byKey(reader, key);
    byKey.ifPresent(
        known -> {
          if (!known.fingerprint().equals(fingerprint)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "capture.key-used-for-another-request");
          }
        });
    return byKey.map(Known::registered).or(() -> byExternalId(reader, externalId));
  }

  private Optional<Known> byKey(Reader reader, String key) {
    return database.first(
        sql(
            "select c.*, i.request_sha256 from idempotency_key i join correspondence c on c.tenant_id = i.tenant_id and c.id ="
                + " i.correspondence_id where i.client = ? and i.key = ?",
            reader.login(),
            key),
        row -> new Known(read(row), row.text("request_sha256")));
  }

  /** An external id is one letter's; who may not see that letter learns nothing but this. */
  private Optional<Registered> byExternalId(Reader reader, String externalId) {
    if (externalId == null) {
      return Optional.empty();
    }
    var seen =
        database.first(
            sql("select c.* from correspondence c where c.external_id = ? and", externalId)
                .add(Visibility.condition("c", reader)),
            Registrations::read);
    if (seen.isEmpty() && taken(externalId)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "capture.external-id-taken");
    }
    return seen;
  }

  private boolean taken(String externalId) {
    return database.count(
            sql("select count(*) as count from correspondence where external_id = ?", externalId))
        > 0;
  }

  private static Registered read(Row row) {
    return new Registered(
        row.number("id"), row.text("chrono"), row.text("state"), row.date("deadline"), true);
  }

  private record Known(Registered registered, String fingerprint) {}
}
