package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.DocumentFiles;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One addition is one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AdditionBook {
  @Inject CorrespondenceActions actions;
  @Inject DocumentFiles documents;
  @Inject Database database;

  /** An addition with its bytes kept. */
  record Entry(
      long submission,
      AdditionKind kind,
      String words,
      List<IncomingFile> files,
      String key,
      String fingerprint,
      Instant at) {}

  /** A submission of the caller's own, with what decides whether it can be added to. */
  record Own(long letter, boolean withdrawn, boolean closed) {}

  /**
   * @throws Refusal NOT_FOUND when absent or another's
   */
  public Own own(ApiClient client, long submission) {
    return database
        .first(
            sql(
                """
                select s.correspondence_id, s.withdrawn_at is not null as withdrawn, c.closed from submission s
                  join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
                 where s.id = ? and s.client_id = ?
                """,
                submission,
                client.id()),
            row ->
                new Own(row.number("correspondence_id"), row.flag("withdrawn"), row.flag("closed")))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The same before anything is kept of what comes.
   *
   * @throws Refusal NOT_FOUND, CONFLICT when the letter takes nothing more
   */
  public void open(ApiClient client, long submission) {
    actions.openToAdditions(own(client, submission).letter());
  }

  /** Makes the addition, unless the same key did before. */
  public Additions.Added enter(Reader reader, ApiClient client, Entry entry) {
    var own = own(client, entry.submission());
    return before(entry).orElseGet(() -> add(reader, own, entry));
  }

  private Additions.Added add(Reader reader, Own own, Entry entry) {
    actions.openToAdditions(own.letter());
    if (own.withdrawn()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "submission.withdrawn");
    }
    if (own.closed() && entry.kind() == AdditionKind.WITHDRAWAL) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "submission.closed");
    }
    var letter =
        actions.fromOutside(
            reader,
            own.letter(),
            entry.kind().journalled(),
            Map.of("files", entry.files().size()),
            entry.kind() == AdditionKind.WITHDRAWAL ? entry.words() : null);
    entry.files().forEach(file -> documents.attach(letter, file, reader.actor()));
    long id = write(entry);
    SubmissionFiles.write(database, entry.submission(), id, entry.files());
    if (entry.kind() == AdditionKind.WITHDRAWAL) {
      database.update(
          sql(
              "update submission set version = version + 1, withdrawn_at = ?, withdrawal_words = ? where id = ?",
              entry.at(),
              entry.words(),
              entry.submission()));
    }
    return new Additions.Added(id, entry.kind(), entry.at());
  }

  private long write(Entry entry) {
    return database
        .first(
            sql(
                """
                insert into submission_addition (id, submission_id, kind, idempotency_key, request_sha256, words, received_at)
                values (nextval('row_id'), ?, ?, ?, ?, ?, ?) returning id
                """,
                entry.submission(),
                entry.kind(),
                entry.key(),
                entry.fingerprint(),
                entry.words(),
                entry.at()),
            row -> row.number("id"))
        .orElseThrow();
  }

  private Optional<Additions.Added> before(Entry entry) {
    if (entry.key() == null) {
      return Optional.empty();
    }
    return database.first(
        sql(
            "select * from submission_addition where submission_id = ? and idempotency_key = ?",
            entry.submission(),
            entry.key()),
        row -> again(row, entry));
  }

  private static Additions.Added again(Row row, Entry entry) {
    if (!row.text("request_sha256").equals(entry.fingerprint())) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "submission.key-used-for-another-request");
    }
    return new Additions.Added(
        row.number("id"), row.constant("kind", AdditionKind.class), row.instant("received_at"));
  }
}
