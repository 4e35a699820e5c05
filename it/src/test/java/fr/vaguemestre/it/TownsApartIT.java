package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * ORG7: whoever holds every right in one town gets nothing of another by naming its rows, on any
 * address of the API or of the screens, each read from where it is declared: what is another town's
 * is answered as what does not exist.
 */
@Journey
class TownsApartIT {
  /** The demo's large town: rows of every kind. */
  private static final int OTHER = 1;

  /** Characters by which a secret is looked up. */
  private static final int BEGINNING = 6;

  private static final long NOWHERE = 999_999_999_999L;
  private static final Path WEB = Path.of("../web/src/main");

  @Test
  void ORG7_no_address_of_the_api_tells_a_row_of_another_town_from_none() {
    var us = ATown.founded("u.premier");
    var secrets = secrets();
    var ids = ids();
    int asked = 0;
    for (var route : Route.all()) {
      if (route.toString().equals("POST /v1/tokens")) {
        continue;
      }
      var verb = route.verb();
      var path = route.path();
      var none = call(us, verb, path, NOWHERE);
      for (var id : path.contains("{") ? ids : List.of(NOWHERE)) {
        var theirs = call(us, verb, path, id);
        assertThat(theirs.statusCode()).as(route + " " + id).isEqualTo(none.statusCode());
        assertThat(theirs.body().replace(Long.toString(id), Long.toString(NOWHERE)))
            .as(route + " " + id)
            .isEqualTo(none.body().replace(Long.toString(id), Long.toString(NOWHERE)));
        assertThat(leaks(theirs.body(), secrets)).as(route + " " + id).isEmpty();
        asked++;
      }
    }
    assertThat(asked).as("addresses tried").isGreaterThan(500);
  }

  @Test
  void ORG7_a_namesake_in_another_town_locks_nobody_out() {
    var namesake = ATown.founded("q.leclercq");
    var ours = Rest.as("q.leclercq").get("/v1/me");
    assertThat(ours.statusCode()).as(ours.body()).isEqualTo(200);
    assertThat(ours.body()).contains("DAJ");
    var theirs = Rest.as("q.leclercq", ATown.PASSWORD).get("/v1/me");
    assertThat(theirs.statusCode()).as(theirs.body()).isEqualTo(200);
    assertThat(theirs.body()).contains("MAIRIE").doesNotContain("DAJ");
    assertThat(Rest.as("q.leclercq", "aucun-des-deux").get("/v1/me").statusCode()).isEqualTo(401);

    namesake.suspend();
    assertThat(Rest.as("q.leclercq").get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void ORG7_the_rows_tried_are_rows_their_own_people_do_reach() {
    long letter =
        ATown.number(
            "select c.id from correspondence c join circuit_state s on s.tenant_id = c.tenant_id and s.circuit_version_id = c.circuit_version_id and s.code = c.state where c.tenant_id = 1 and s.in_circuit and not c.sensitive order by c.id desc limit 1");
    assertThat(ids()).as("one row of each kind").hasSizeGreaterThan(15);
    assertThat(leaks(Rest.as("dgs").get("/v1/correspondence/" + letter).body(), secrets()))
        .isNotEmpty();
  }

  @Test
  void ORG7_search_and_baskets_and_bulk_deeds_stay_within_the_town() {
    var us = ATown.founded("v.premier");
    var subject =
        ATown.texts("select subject from correspondence where tenant_id = 1 order by id")
            .getFirst();
    for (var word : subject.split("[^\\p{L}]+")) {
      if (word.length() > 3) {
        var found = us.administrator().get("/v1/search?facets=true&q=" + encoded(word));
        assertThat(Rest.json(found).getInt("total")).as(word).isZero();
      }
    }
    long letter = ATown.number("select max(id) from correspondence where tenant_id = 1");
    var before = row(letter);
    var bulk =
        us.administrator()
            .post(
                "/v1/bulk",
                "{\"action\":\"follow\",\"items\":[{\"id\":%d,\"version\":1}]}".formatted(letter));
    assertThat(bulk.body()).contains("platform.not-found").doesNotContain("\"DONE\"");
    assertThat(row(letter)).isEqualTo(before);
  }

  @Test
  void ORG7_no_screen_and_no_file_address_shows_a_row_of_another_town() throws IOException {
    var us = ATown.founded("w.premier");
    var visitors = ThreadLocal.withInitial(() -> Visitor.as(us.login(), ATown.PASSWORD));
    var secrets = secrets();
    var names = parameters();
    assertThat(names).contains("id", "code");
    var ids = ids();
    var asked =
        pages().parallelStream()
            .mapToInt(
                page -> {
                  var visitor = visitors.get();
                  var none = open(visitor, page, names, NOWHERE);
                  for (var id : ids) {
                    var theirs = open(visitor, page, names, id);
                    assertThat(theirs.statusCode())
                        .as(page + " " + id)
                        .isEqualTo(none.statusCode());
                    assertThat(leaks(theirs.body(), secrets)).as(page + " " + id).isEmpty();
                  }
                  return ids.size();
                })
            .sum();
    assertThat(asked).as("addresses tried").isGreaterThan(600);
  }

  private static HttpResponse<String> open(
      Visitor visitor, String page, TreeSet<String> names, long value) {
    return visitor.get(
        page + "?" + String.join("&", names.stream().map(name -> name + "=" + value).toList()));
  }

  private static HttpResponse<String> call(ATown us, String verb, String path, long id) {
    var address =
        path.replaceAll("\\{number}", "1")
            .replaceAll("\\{action}", "note")
            .replaceAll("\\{\\w+}", Long.toString(id));
    var request =
        us.administrator()
            .request(address)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"1\"")
            .method(
                verb,
                verb.equals("GET") || verb.equals("DELETE")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{\"body\":\"x\",\"confirmation\":\"x\"}"));
    return us.administrator().send(request);
  }

  /** Every page and servlet, as the sources have them. */
  private static List<String> pages() throws IOException {
    var pages = new ArrayList<String>();
    try (var files = Files.walk(WEB.resolve("webapp"))) {
      files
          .map(file -> "/" + WEB.resolve("webapp").relativize(file))
          .filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF"))
          .forEach(pages::add);
    }
    var servlet = Pattern.compile("@WebServlet\\((?:\\w+ = )?\\{?\"(/[\\w/-]+)");
    sources().forEach(text -> servlet.matcher(text).results().forEach(m -> pages.add(m.group(1))));
    assertThat(pages).hasSizeGreaterThan(40);
    return pages;
  }

  /** Every name of a parameter that a screen or a servlet reads. */
  private static TreeSet<String> parameters() throws IOException {
    var names = new TreeSet<String>();
    var read = Pattern.compile("getParameter\\(\"(\\w+)\"|number\\(request, \"(\\w+)\"");
    sources()
        .forEach(
            text ->
                read.matcher(text)
                    .results()
                    .forEach(m -> names.add(m.group(1) == null ? m.group(2) : m.group(1))));
    try (var files = Files.walk(WEB.resolve("webapp"))) {
      var view = Pattern.compile("viewParam name=\"(\\w+)\"|param\\.(\\w+)");
      for (var file : files.filter(f -> f.toString().endsWith(".xhtml")).toList()) {
        view.matcher(Files.readString(file))
            .results()
            .forEach(m -> names.add(m.group(1) == null ? m.group(2) : m.group(1)));
      }
    }
    names.removeAll(List.of("back", "lang", "contrast"));
    return names;
  }

  private static Stream<String> sources() throws IOException {
    try (var files = Files.walk(WEB.resolve("java"))) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        texts.add(Files.readString(file));
      }
      return texts.stream();
    }
  }

  /** The newest row of the other town in each table that has row ids. */
  private static List<Long> ids() {
    return ATown.texts(
            "select distinct c.table_name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'id'"
                + " and exists (select 1 from information_schema.columns t where t.table_schema = 'public'"
                + " and t.table_name = c.table_name and t.column_name = 'tenant_id') order by 1")
        .stream()
        .flatMap(
            table ->
                ATown.texts(
                    "select id from %s where tenant_id = %d order by id desc limit 1"
                        .formatted(table, OTHER))
                    .stream())
        .map(Long::valueOf)
        .filter(id -> id >= 1000)
        .distinct()
        .toList();
  }

  /** Words that no page outside the other town may hold, by what they begin with. */
  private static Map<String, List<String>> secrets() {
    var secrets =
        new ArrayList<>(
            ATown.texts(
                """
                select subject from correspondence where tenant_id = 1 and length(subject) > 15
                union select chrono from correspondence where tenant_id = 1 and chrono is not null
                union select name from tenant where id = 1
                union select first_name || ' ' || last_name from agent where tenant_id = 1
                """));
    secrets.removeIf(secret -> secret.length() < BEGINNING);
    assertThat(secrets).hasSizeGreaterThan(60);
    return secrets.stream()
        .collect(Collectors.groupingBy(secret -> secret.substring(0, BEGINNING)));
  }

  private static List<String> leaks(String text, Map<String, List<String>> secrets) {
    return IntStream.rangeClosed(0, text.length() - BEGINNING)
        .boxed()
        .flatMap(
            i ->
                secrets.getOrDefault(text.substring(i, i + BEGINNING), List.of()).stream()
                    .filter(secret -> text.startsWith(secret, i)))
        .toList();
  }

  private static String row(long letter) {
    return ATown.texts("select c::text from correspondence c where c.id = " + letter).getFirst()
        + ATown.texts("select count(*) from correspondence_follow").getFirst();
  }

  private static String encoded(String word) {
    return java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8);
  }
}
