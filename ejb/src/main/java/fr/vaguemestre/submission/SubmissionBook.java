package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.acknowledgement.Acknowledgements;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.correspondence.Letters;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One submission is one transaction; its key makes a second one impossible. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SubmissionBook {
  @Inject Letters letters;
  @Inject Acknowledgements acknowledgements;
  @Inject Organisation organisation;
  @Inject Abuse abuse;
  @Inject Database database;
  @Inject Tenants tenants;

  /** A submission with its bytes kept; {@code code} is the tracking code it gets if it is new. */
  record Entry(
      SubmissionWish wish,
      List<IncomingFile> files,
      String key,
      String fingerprint,
      Instant at,
      String code) {}

  /**
   * Enters it, unless the same key brought it before.
   *
   * @param also what else the transaction of a new one writes, given its id
   */
  public Received enter(Reader reader, ApiClient client, Entry entry, LongConsumer also) {
    return before(client, entry.key(), entry.fingerprint())
        .orElseGet(
            () -> {
              letters.receive(
                  reader,
                  letter(client, entry),
                  entry.files(),
                  letter -> also.accept(write(reader, client, entry, letter)));
              return find(sql("s.tracking_code = ?", entry.code())).orElseThrow().received();
            });
  }

  /** Whether a request was kept under that key; never under none. */
  public boolean knows(ApiClient client, String key) {
    return key != null
        && database.count(
                sql(
                    "select count(*) as count from submission where client_id = ? and idempotency_key = ?",
                    client.id(),
                    key))
            > 0;
  }

  /**
   * What the same key gave before.
   *
   * @throws Refusal of kind CONFLICT when it was another request's
   */
  public Optional<Received> before(ApiClient client, String key, String fingerprint) {
    if (key == null) {
      return Optional.empty();
    }
    var known = find(sql("s.client_id = ? and s.idempotency_key = ?", client.id(), key));
    known.ifPresent(
        k -> {
          if (!k.fingerprint().equals(fingerprint)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "submission.key-used-for-another-request");
          }
        });
    return known.map(Known::received);
  }

  /** What the same key gave before, be it the same request or not. */
  public Optional<Received> known(ApiClient client, String key) {
    return find(sql("s.client_id = ? and s.idempotency_key = ?", client.id(), key))
        .map(Known::received);
  }

  private Registration letter(ApiClient client, Entry entry) {
    var wish = entry.wish();
    return new Registration(
        Category.INCOMING,
        Channel.WEB,
        wish.subject(),
        wish.type(),
        null,
        null,
        wish.applicant().contact(),
        client.unit(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        LocalDate.ofInstant(entry.at(), tenants.current().zone()),
        null,
        false,
        false,
        true,
        null);
  }

  private long write(Reader reader, ApiClient client, Entry entry, long letter) {
    var wish = entry.wish();
    long id =
        database
            .first(
                sql(
                    """
                    insert into submission (id, version, client_id, correspondence_id, idempotency_key, request_sha256, tracking_code,
                                            received_at, registry_number, answers, reply_to, applicant, subject, type_code)
                    values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                    """,
                    client.id(),
                    letter,
                    entry.key(),
                    entry.fingerprint(),
                    entry.code(),
                    entry.at(),
                    wish.applicant().registryNumber(),
                    json(wish.answers()),
                    wish.replyTo(),
                    ApplicantText.write(wish.applicant()),
                    wish.subject().strip(),
                    wish.type()),
                row -> row.number("id"))
            .orElseThrow();
    SubmissionFiles.write(database, id, null, entry.files());
    boolean held = abuse.weigh(client, letter, entry.at());
    acknowledgements.atOnce(
        reader,
        new Acknowledgements.Entry(
            letter,
            "AEE-" + entry.code(),
            wish.subject(),
            entry.at(),
            organisation.openUnit("unit", client.unit()).id(),
            held ? null : wish.address()));
    return id;
  }

  private Optional<Known> find(Statement which) {
    return database.first(
        sql("""
                select s.*, c.chrono from submission s
                  join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id where
                """)
            .add(which),
        this::known);
  }

  private Known known(Row row) {
    long letter = row.number("correspondence_id");
    return new Known(
        row.text("request_sha256"),
        new Received(
            row.number("id"),
            row.text("chrono"),
            row.instant("received_at"),
            acknowledgements.of(letter, AcknowledgementKind.AEE).orElseThrow(),
            row.text("tracking_code")));
  }

  private static String json(Map<String, String> answers) {
    var object = Json.createObjectBuilder();
    answers.forEach(object::add);
    return object.build().toString();
  }

  private record Known(String fingerprint, Received received) {}
}
