package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.acknowledgement.Acknowledgements;
import fr.vaguemestre.circuit.CitizenLabel;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How submissions stand, told to the machine account that brought them and to no other. */
@Stateless
public class Tracking {
  /** Additions told; older ones are on the letter. */
  private static final int MOST = 200;

  @Inject ApiClients clients;
  @Inject Acknowledgements acknowledgements;
  @Inject Database database;

  /**
   * @throws Refusal NOT_FOUND when absent or another's
   */
  public SubmissionStatus status(Reader reader, long id) {
    return status(clients.calling(reader, Scope.FOLLOW), sql("s.id = ?", id));
  }

  /** The same by the code the sender was given, however they type it. */
  public SubmissionStatus byCode(Reader reader, String code) {
    return status(
        clients.calling(reader, Scope.FOLLOW), sql("s.tracking_code = ?", TrackingCode.read(code)));
  }

  private SubmissionStatus status(ApiClient client, Statement which) {
    return database
        .first(
            sql(
                    """
                    select s.*, c.chrono, c.state, c.state_since, c.closed,
                           %s as label
                      from submission s
                      join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
                      join circuit_state n on n.tenant_id = c.tenant_id and n.circuit_version_id = c.circuit_version_id and n.code = c.state
                     where s.client_id = ? and
                    """
                        .formatted(CitizenLabel.SQL),
                    client.id())
                .add(which),
            this::read)
        .orElseThrow(Refusal::notFound);
  }

  private SubmissionStatus read(Row row) {
    long id = row.number("id");
    return new SubmissionStatus(
        id,
        row.text("chrono"),
        row.text("tracking_code"),
        row.instant("received_at"),
        row.text("type_code"),
        row.text("subject"),
        row.text("label"),
        row.instant("state_since"),
        row.flag("closed"),
        row.instant("withdrawn_at"),
        acknowledgements.given(row.number("correspondence_id")),
        additions(id));
  }

  /** The last of them, the first first. */
  private List<SubmissionStatus.Addition> additions(long submission) {
    var files = files(submission);
    return database
        .list(
            sql(
                "select * from submission_addition where submission_id = ? order by received_at desc, id desc limit ?",
                submission,
                MOST),
            row -> addition(row, files.getOrDefault(row.number("id"), List.of())))
        .reversed();
  }

  /** Their files' names, by addition. */
  private Map<Long, List<String>> files(long submission) {
    var names = new HashMap<Long, List<String>>();
    database.list(
        sql(
            """
            select addition_id, name from submission_file
             where submission_id = ? and addition_id in (
               select id from submission_addition where submission_id = ? order by received_at desc, id desc limit ?)
             order by addition_id, position
            """,
            submission,
            submission,
            MOST),
        row ->
            names
                .computeIfAbsent(row.number("addition_id"), addition -> new ArrayList<>())
                .add(row.text("name")));
    return names;
  }

  private static SubmissionStatus.Addition addition(Row row, List<String> files) {
    return new SubmissionStatus.Addition(
        row.number("id"),
        row.constant("kind", AdditionKind.class),
        row.text("words"),
        row.instant("received_at"),
        files);
  }
}
