package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.outbox.Kind;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** ORG7: what a suspended town's callers are told, and that nothing works for it meanwhile. */
@Journey
class TownSuspendedIT {
  private static final String SUSPENDED = "access.town-suspended";
  private static final String UNKNOWN = "access.not-authenticated";

  @Test
  void ORG7_a_valid_token_is_told_that_the_town_is_suspended_a_wrong_one_is_told_nothing() {
    var town = ATown.founded("o.premier");
    var issued = Rest.json(town.administrator().post("/v1/tokens", "{}"));
    var token = issued.getString("token");
    assertThat(me(Rest.withToken(token)).statusCode()).isEqualTo(200);

    town.suspend();
    told(me(Rest.withToken(token)), SUSPENDED);
    told(me(town.administrator()), SUSPENDED);
    told(me(Rest.withToken(token + "x")), UNKNOWN);
    told(me(Rest.as(town.login(), "autre")), UNKNOWN);
    told(me(Rest.as("personne@" + town.code(), ATown.PASSWORD)), UNKNOWN);
    ATown.change(
        "update access_token set expires_at = now() - interval '1 minute' where tenant_id = "
            + town.id());
    told(me(Rest.withToken(token)), UNKNOWN);

    town.resume();
    ATown.change(
        "update access_token set expires_at = now() + interval '1 hour' where tenant_id = "
            + town.id());
    assertThat(me(Rest.withToken(token)).statusCode()).isEqualTo(200);
  }

  @Test
  void ORG7_workers_and_indexer_leave_a_suspended_town_alone_and_take_up_again_after() {
    var town = ATown.founded("p.premier");
    var word = "mot" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    long letter = town.letter("Avant", "Texte " + word);
    town.awaitFound(word, 1);
    var other = ATown.founded("p.premier");
    var waiting =
        "select count(*) from intention where tenant_id = %d and status = 'READY' and attempts = 0"
            .formatted(town.id());
    var queued = "select count(*) from index_queue where tenant_id = " + town.id();
    ATown.until(
        () ->
            Json.createObjectBuilder()
                .add("left", ATown.number(waiting) + ATown.number(queued))
                .build(),
        left -> left.getInt("left") == 0);

    town.suspend();
    for (var kind : Kind.values()) {
      ATown.change(
          """
          insert into intention (tenant_id, id, version, kind, lane, subject_id, status, due_at, created_at)
            values (%d, nextval('row_id'), 1, '%s', '%s', %d, 'READY', now(), now())
          """
              .formatted(town.id(), kind, kind.lane(), kind.ordinal() + 1));
    }
    ATown.change(
        """
        update document set extraction = 'PENDING' where tenant_id = %1$d;
        insert into intention (tenant_id, id, version, kind, lane, subject_id, status, due_at, created_at)
          select tenant_id, nextval('row_id'), 1, 'EXTRACT_DOCUMENT', 'EXTRACT', id, 'READY', now(), now()
            from document where tenant_id = %1$d;
        update correspondence set subject = 'Apres%2$s' where tenant_id = %1$d;
        insert into index_queue (tenant_id, correspondence_id) values (%1$d, %3$d)
        """
            .formatted(town.id(), word, letter));
    // Meanwhile the same workers serve another town: they are awake.
    other.letter("Ailleurs", "Texte " + word);
    other.awaitFound(word, 1);
    ATown.pause(2_500);
    assertThat(ATown.number(waiting)).isEqualTo(Kind.values().length + 1L);
    assertThat(ATown.number(queued)).isEqualTo(1);

    town.resume();
    ATown.until(
        () -> Json.createObjectBuilder().add("left", ATown.number(waiting)).build(),
        left -> left.getInt("left") == 0);
    town.awaitFound("apres" + word, 1);
    ATown.until(
        () ->
            Json.createObjectBuilder()
                .add(
                    "unread",
                    ATown.number(
                        "select count(*) from document where tenant_id = %d and extraction in ('PENDING', 'FAILED')"
                            .formatted(town.id())))
                .build(),
        left -> left.getInt("unread") == 0);
  }

  private static HttpResponse<String> me(Rest caller) {
    return caller.get("/v1/me");
  }

  private static void told(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Rest.json(answer).getString("code")).isEqualTo(code);
  }
}
