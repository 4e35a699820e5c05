package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The server's own work goes on, whatever happens to a part of it. */
@Journey
class WorkIT {
  @Test
  void outbox_what_is_renewed_no_more_is_taken_up_and_what_is_being_done_is_left() {
    long abandoned = intention("now() - interval '1 second'");
    long held = intention("now() + interval '10 minutes'");
    await("taken up", () -> rows("intention where id = " + abandoned) == 0);
    assertThat(rows("intention where status = 'RUNNING' and id = " + held)).isEqualTo(1);
    ATown.change("delete from intention where id = " + held);
  }

  @Test
  void index_a_town_whose_index_is_broken_stops_no_other() throws IOException {
    var broken = ATown.founded("i.casse");
    var folder = RunningServer.data().resolve("index").resolve(Integer.toString(broken.id()));
    assertThat(folder).doesNotExist();
    Files.writeString(folder, "in the way");
    try {
      broken.letter("Pastel", "Une lettre que rien ne trouve encore.");
      var sound = ATown.founded("i.entier");
      sound.letter("Garance", "Une lettre trouvée.");
      sound.awaitFound("garance", 1);
      assertThat(rows("index_queue where tenant_id = " + broken.id())).isPositive();
    } finally {
      Files.delete(folder);
    }
    broken.awaitFound("pastel", 1);
  }

  /** A letter whose texts cannot be read, one among others. */
  @Test
  void index_a_poisoned_letter_is_parked_told_and_found_when_it_is_mended() {
    var town = ATown.founded("i.poison");
    var night = new Night(town);
    long sick = town.letter("Indigo", "Une lettre malade.");
    town.awaitFound("malade", 1);
    ATown.change(
        """
        create function poison_text(letter bigint) returns boolean language plpgsql as
          $$ begin if exists (select 1 from document d where d.id = letter and d.correspondence_id = %1$d) then
               raise exception 'poison'; end if; return true; end $$;
        create policy poison_text on document_text as restrictive using (poison_text(document_id));
        insert into index_queue (tenant_id, correspondence_id) values (%2$d, %1$d)
        """
            .formatted(sick, town.id()));
    try {
      town.letter("Indigo", "Une voisine saine.");
      town.awaitFound("saine", 1);
      await("parked", () -> rows("index_failure where correspondence_id = " + sick) == 1);
      await("off the queue", () -> rows("index_queue where tenant_id = " + town.id()) == 0);
      town.awaitFound("indigo", 1);
      assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
      assertThat(night.notes("consistency", "FOUND"))
          .containsExactly("letter " + sick + ": index-failed");
    } finally {
      ATown.change("drop policy poison_text on document_text; drop function poison_text(bigint)");
    }
    assertThat(night.run("fulltext-index").getString("state")).isEqualTo("DONE");
    town.awaitFound("malade", 1);
    await("forgotten", () -> rows("index_failure where tenant_id = " + town.id()) == 0);
  }

  /** Ten million characters before one word, and one more after it. */
  @Test
  void index_of_a_letters_texts_so_much_is_found_and_no_more() {
    var town = ATown.founded("i.long");
    long letter = town.letter("Interminable", "Une lettre.");
    town.awaitFound("lettre", 1);
    ATown.change(
        """
        update document_text set body = repeat('a ', 4999990) || ' dedans ' || repeat('b ', 100) || ' dehors'
         where document_id in (select id from document where correspondence_id = %1$d);
        insert into index_queue (tenant_id, correspondence_id) values (%2$d, %1$d)
        """
            .formatted(letter, town.id()));
    town.awaitFound("dedans", 1);
    town.awaitFound("dehors", 0);
    assertThat(rows("index_failure where tenant_id = " + town.id())).isZero();
  }

  /** The number of the lock that one node's indexer takes. */
  private static final long INDEXER = 0x1DE8;

  @Test
  void O4_a_letter_out_of_sight_is_not_counted_while_the_index_still_has_it() throws SQLException {
    var town = ATown.founded("i.retard");
    long seen = town.letter("Vermillon", "Une lettre.");
    long hidden = town.letter("Vermillon", "Une autre, de cinabre.");
    town.awaitFound("vermillon", 2);
    try (var holding = ATown.database()) {
      holding.setAutoCommit(false);
      holding.createStatement().execute("select pg_advisory_xact_lock(" + INDEXER + ")");
      ATown.change(
          """
          delete from correspondence_audience where correspondence_id = %1$d;
          insert into correspondence_audience (tenant_id, correspondence_id, token) values (%3$d, %1$d, 'a999999999');
          insert into index_queue (tenant_id, correspondence_id) values (%3$d, %1$d), (%3$d, %2$d)
          """
              .formatted(hidden, seen, town.id()));
      var found = Rest.json(town.administrator().get("/v1/search?q=vermillon&facets=true"));
      assertThat(found.getInt("total")).isEqualTo(1);
      assertThat(found.getBoolean("approximate")).isFalse();
      assertThat(found.getJsonObject("facets").getJsonObject("type").getInt("DIVERS")).isEqualTo(1);
      assertThat(
              Rest.json(town.administrator().get("/v1/search?q=vermilion&facets=true"))
                  .getInt("total"))
          .isZero();

      ATown.change(
          "insert into index_queue (tenant_id, correspondence_id) select %d, -g from generate_series(1, 10001) g"
              .formatted(town.id()));
      found = Rest.json(town.administrator().get("/v1/search?q=vermillon&facets=true"));
      assertThat(found.getBoolean("approximate")).isTrue();
      assertThat(found.getInt("total")).isEqualTo(1);
      assertThat(found.getJsonObject("facets")).isEmpty();
      found = Rest.json(town.administrator().get("/v1/search?q=vermillon&limit=1"));
      assertThat(found.getJsonArray("items")).hasSize(1);
      found = next(town, "vermillon&limit=1", found);
      assertThat(found.getJsonArray("items")).isEmpty();
      assertThat(found.isNull("next")).isTrue();
      found = Rest.json(town.administrator().get("/v1/search?q=cinabre+ocre&limit=1"));
      assertThat(found.getInt("total")).isZero();
      assertThat(found.isNull("next")).isTrue();
      holding.rollback();
    }
    await("caught up", () -> rows("index_queue where tenant_id = " + town.id()) == 0);
    var found = Rest.json(town.administrator().get("/v1/search?q=vermillon&facets=true"));
    assertThat(found.getInt("total")).isEqualTo(1);
    assertThat(found.getBoolean("approximate")).isFalse();
  }

  @Test
  void GRC8_an_erased_letter_is_not_found_by_its_words_while_the_index_still_has_them()
      throws SQLException {
    var town = ATown.founded("i.efface");
    long erased = town.letter("Garance", "Une lettre.");
    town.letter("Garance", "Une autre.");
    town.awaitFound("garance", 2);
    try (var holding = ATown.database()) {
      holding.setAutoCommit(false);
      holding.createStatement().execute("select pg_advisory_xact_lock(" + INDEXER + ")");
      ATown.change(
          """
          insert into erasure (tenant_id, correspondence_id, purpose, erased_at) values (%2$d, %1$d, 'REQUEST_COPY', now());
          insert into index_queue (tenant_id, correspondence_id) values (%2$d, %1$d)
          """
              .formatted(erased, town.id()));
      assertThat(Rest.json(town.administrator().get("/v1/search?q=garance")).getInt("total"))
          .isEqualTo(1);
      ATown.change(
          "insert into index_queue (tenant_id, correspondence_id) select %d, -g from generate_series(1, 10001) g"
              .formatted(town.id()));
      var found = Rest.json(town.administrator().get("/v1/search?q=garance"));
      assertThat(found.getBoolean("approximate")).isTrue();
      assertThat(found.getJsonArray("items")).hasSize(1);
      holding.rollback();
    }
    town.awaitFound("garance", 2);
  }

  private static JsonObject next(ATown town, String query, JsonObject page) {
    var after = URLEncoder.encode(page.getString("next"), UTF_8);
    return Rest.json(town.administrator().get("/v1/search?q=" + query + "&after=" + after));
  }

  /** Work on a dropped file that is not there, held by a node that is not there either. */
  private static long intention(String until) {
    return Long.parseLong(
        ATown.texts(
                """
                insert into intention (tenant_id, id, version, kind, lane, subject_id, status, attempts, due_at, created_at,
                       claimed_by, claimed_until)
                values (1, nextval('row_id'), 1, 'EXTRACT_UPLOAD', 'DROPPED', -nextval('row_id'), 'RUNNING', 1, now(), now(),
                       'elsewhere', %s) returning id
                """
                    .formatted(until))
            .getFirst());
  }

  private static long rows(String of) {
    return ATown.number("select count(*) from " + of);
  }

  private static void await(String what, BooleanSupplier done) {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      ATown.pause(200);
    }
  }
}
