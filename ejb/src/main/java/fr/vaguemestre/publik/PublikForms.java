package fr.vaguemestre.publik;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.circuit.CitizenLabel;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms that a portal brought, told to the machine account that brought them and no other: as
 * they were sent. What agents call them since, and whom they take their sender for, is theirs.
 */
@Stateless
public class PublikForms {
  private static final int MOST = 200;

  @Inject ApiClients clients;
  @Inject Database database;

  /**
   * Which forms; what is null does not narrow.
   *
   * @param type code of their document type, whatever the case
   * @param email of whoever asks, whatever the case
   * @param done whether they are closed
   * @param limit 200 at most
   */
  public record Wanted(
      String type, String email, Boolean done, boolean oldestFirst, int offset, int limit) {}

  public List<PublikForm> list(Reader reader, Wanted wanted) {
    var query = of(clients.calling(reader, Scope.FOLLOW));
    if (wanted.type() != null) {
      query.add("and lower(s.type_code) = lower(?)", wanted.type());
    }
    if (wanted.email() != null) {
      query.add("and lower(s.applicant::json ->> 'email') = lower(?)", wanted.email());
    }
    if (wanted.done() != null) {
      query.add("and c.closed = ?", wanted.done());
    }
    query.add(wanted.oldestFirst() ? "order by s.id" : "order by s.id desc");
    query.add(
        "offset ? limit ?", Math.max(0, wanted.offset()), Math.clamp(wanted.limit(), 1, MOST));
    return database.list(query, PublikForms::form);
  }

  /**
   * @throws Refusal NOT_FOUND when absent or another's
   */
  public PublikForm one(Reader reader, long id) {
    return database
        .first(of(clients.calling(reader, Scope.FOLLOW)).add("and s.id = ?", id), PublikForms::form)
        .orElseThrow(Refusal::notFound);
  }

  /** How many this account brought, by code of document type. */
  public Map<String, Long> counts(Reader reader) {
    var client = clients.calling(reader, Scope.SUBMIT);
    var counts = new LinkedHashMap<String, Long>();
    database.list(
        sql(
            """
            select type_code, count(*) as count from submission where client_id = ? group by type_code
            """,
            client.id()),
        row -> counts.put(row.text("type_code"), row.number("count")));
    return counts;
  }

  private static Statement of(ApiClient client) {
    return sql(
        """
        select s.*, c.id as letter, c.chrono, c.state_since, c.closed, coalesce(t.label, s.type_code) as type_label,
               %s as status
          from submission s
          join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
          left join document_type t on t.tenant_id = s.tenant_id and t.code = s.type_code
          join circuit_state n on n.tenant_id = c.tenant_id and n.circuit_version_id = c.circuit_version_id and n.code = c.state
         where s.client_id = ?
        """
            .formatted(CitizenLabel.SQL),
        client.id());
  }

  private static PublikForm form(Row row) {
    var who = object(row.text("applicant"));
    var email = who.getString("email", null);
    return new PublikForm(
        row.number("id"),
        row.number("letter"),
        row.text("type_code"),
        row.text("type_label"),
        row.text("chrono"),
        row.text("tracking_code"),
        row.text("subject"),
        row.instant("received_at"),
        row.instant("state_since"),
        row.text("status"),
        row.flag("closed"),
        row.instant("withdrawn_at"),
        answers(row.text("answers")),
        name(who).orElse(email),
        email);
  }

  private static Map<String, String> answers(String json) {
    var answers = new LinkedHashMap<String, String>();
    object(json)
        .forEach(
            (name, value) ->
                answers.put(
                    name, value instanceof JsonString s ? s.getString() : value.toString()));
    return answers;
  }

  private static Optional<String> name(JsonObject who) {
    var names =
        Stream.of("firstName", "lastName")
            .map(part -> who.getString(part, ""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return Stream.of(who.getString("organisation", ""), names)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  private static JsonObject object(String json) {
    if (json == null) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
