package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API4: what is too long or comes too slowly is cut, soon, and hurts nobody else. */
@Journey
class SlowAndLargeIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  private static final int MEGABYTE = 1024 * 1024;
  private static final int DRIBBLING = 8;
  private static ATown town;

  @BeforeAll
  static void a_town() {
    town = ATown.founded("slow." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API4_a_request_that_says_it_is_too_long_is_refused_before_it_is_read() throws IOException {
    var portal = APortal.full(town);
    var begin = Instant.now();
    try (var call =
        RawCall.post(
            portal, SUBMISSIONS, "Content-Type: application/json", "Content-Length: 300000000")) {
      ARefusal.expect(call.answer(), 413, "request.too-large");
    }
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
    assertThat(portal.noted(1)).containsExactly("POST ? 413 request.too-large");
  }

  @Test
  void API4_json_in_chunks_is_refused_beyond_its_limit() throws IOException {
    var portal = APortal.full(town);
    try (var call =
        RawCall.post(
            portal, SUBMISSIONS, "Content-Type: application/json", "Transfer-Encoding: chunked")) {
      call.chunk("{\"type\":\"".getBytes(UTF_8));
      call.chunk("x".repeat(MEGABYTE).getBytes(UTF_8));
      call.chunk(new byte[0]);
      ARefusal.expect(call.answer(), 413, "request.json-too-large");
    }
    assertThat(portal.noted(1)).containsExactly("POST /v1/submissions 413 request.json-too-large");
  }

  @Test
  void API4_parts_in_chunks_are_refused_beyond_the_limit_of_all_together() throws IOException {
    var portal = APortal.full(town);
    long before = letters();
    try (var call =
        RawCall.post(
            portal,
            SUBMISSIONS,
            "Content-Type: multipart/form-data; boundary=b",
            "Transfer-Encoding: chunked")) {
      call.chunk(part("submission", "application/json", MachineScopesIT.WISH));
      var some = "x".repeat(MEGABYTE).getBytes(UTF_8);
      for (int file = 0; file < 2; file++) {
        call.chunk(part("file\"; filename=\"" + file + ".txt", "text/plain", ""));
        for (int i = 0; i < 125; i++) {
          call.chunk(some);
        }
      }
      call.chunk("\r\n--b--\r\n".getBytes(UTF_8));
      call.chunk(new byte[0]);
      ARefusal.expect(call.answer(), 413, "request.too-large");
    }
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(1)).containsExactly("POST /v1/submissions 413 request.too-large");
  }

  @Test
  void API4_who_lets_a_byte_fall_now_and_then_is_cut_and_hurts_nobody() throws Exception {
    var slow = APortal.full(town);
    var quick = APortal.full(town);
    assertThat(slow.rest().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(200);
    long before = letters();
    Callable<RawCall.Answer> one = () -> dribbled(slow);
    var begin = Instant.now();
    try (var threads = Executors.newFixedThreadPool(DRIBBLING)) {
      var answers = IntStream.range(0, DRIBBLING).mapToObj(i -> threads.submit(one)).toList();
      for (int i = 0; i < 20; i++) {
        var asked = Instant.now();
        assertThat(quick.rest().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(200);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(25));
        ATown.pause(200);
      }
      for (var answer : answers) {
        ARefusal.expect(answer.get(), 408, "request.too-slow");
      }
    }
    assertThat(Duration.between(begin, Instant.now()))
        .as("until all were cut")
        .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(180));
    assertThat(letters()).isEqualTo(before);
    assertThat(slow.noted(DRIBBLING + 1))
        .filteredOn("POST /v1/submissions 408 request.too-slow"::equals)
        .hasSize(DRIBBLING);
  }

  private static RawCall.Answer dribbled(APortal portal) throws IOException {
    try (var call =
        RawCall.post(
            portal, SUBMISSIONS, "Content-Type: application/json", "Content-Length: 10000")) {
      call.dribble(Duration.ofMillis(500), Duration.ofSeconds(60));
      return call.answer();
    }
  }

  private static byte[] part(String name, String type, String text) {
    return "\r\n--b\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n%s"
        .formatted(name, type, text)
        .getBytes(UTF_8);
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }
}
