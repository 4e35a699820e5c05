package fr.vaguemestre.publik;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** API3: what Publik signs, on the bytes as they travelled. */
class SignedQueryTest {
  private static final byte[] KEY = "exemple-de-clef".getBytes(UTF_8);
  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  private static final String QUERY =
      "format=json&algo=sha256&timestamp=2026-11-21T10:00:00Z&nonce=ffff0000ffff0000&orig=portail.example.fr";
  private static final String SIGNATURE = "JZfdx8VYqHDLmh/hwTHcQgWvnOO0eVjuXz/wNjLjtUM=";

  @Test
  void API3_the_published_example_is_signed_with_its_key() {
    for (var signature : new String[] {SIGNATURE, SIGNATURE.replace("=", "%3D")}) {
      var query = SignedQuery.of(QUERY + "&signature=" + signature).orElseThrow();
      assertThat(query.orig()).isEqualTo("portail.example.fr");
      assertThat(query.nonce()).isEqualTo("ffff0000ffff0000");
      assertThat(query.signedWith(KEY)).isTrue();
      assertThat(query.signedWith("exemple-de-cleg".getBytes(UTF_8))).isFalse();
    }
  }

  @Test
  void API3_one_byte_changed_or_written_otherwise_is_not_what_was_signed() {
    for (var other :
        new String[] {
          QUERY.replace("format=json", "format=xml"),
          QUERY.replace("10:00:00Z", "10%3A00%3A00Z"),
          "x=1&" + QUERY
        }) {
      assertThat(SignedQuery.of(other + "&signature=" + SIGNATURE).orElseThrow().signedWith(KEY))
          .as(other)
          .isFalse();
    }
  }

  @Test
  void API3_a_signature_lives_thirty_seconds_before_and_after() {
    var query = SignedQuery.of(QUERY + "&signature=" + SIGNATURE).orElseThrow();
    assertThat(query.fresh(AT.plusSeconds(30))).isTrue();
    assertThat(query.fresh(AT.minusSeconds(30))).isTrue();
    assertThat(query.fresh(AT.plusSeconds(31))).isFalse();
    assertThat(query.fresh(AT.minusSeconds(31))).isFalse();
  }

  @Test
  void API3_what_is_not_whole_is_no_signed_query() {
    for (var wrong :
        new String[] {
          QUERY,
          QUERY + "&signature=%%%",
          QUERY + "&signature=" + SIGNATURE + "&more=1",
          QUERY.replace("sha256", "sha1") + "&signature=" + SIGNATURE,
          QUERY.replace("sha256", "md5") + "&signature=" + SIGNATURE,
          QUERY.replace("&nonce=ffff0000ffff0000", "") + "&signature=" + SIGNATURE,
          QUERY.replace("ffff0000ffff0000", "f".repeat(129)) + "&signature=" + SIGNATURE,
          QUERY.replace("ffff0000ffff0000", "%00") + "&signature=" + SIGNATURE,
          QUERY.replace("2026-11-21T10:00:00Z", "hier") + "&signature=" + SIGNATURE,
          QUERY + "&orig=autre.example.fr&signature=" + SIGNATURE,
          "signature=a&" + QUERY + "&signature=" + SIGNATURE,
          "signature=" + SIGNATURE
        }) {
      assertThat(SignedQuery.of(wrong).filter(q -> q.signedWith(KEY))).as(wrong).isEmpty();
    }
  }

  @Test
  void API3_the_origin_may_stand_first_and_sha512_is_taken() {
    var address =
        SignedQuery.sign("https://x.example.fr/a/?b=c%20d", "portail.example.fr", KEY, AT, "n+1/2");
    var query = SignedQuery.of(address.substring(address.indexOf('?') + 1)).orElseThrow();
    assertThat(query.signedWith(KEY)).isTrue();
    assertThat(query.nonce()).isEqualTo("n+1/2");
    assertThat(address).startsWith("https://x.example.fr/a/?b=c%20d&algo=sha256&timestamp=2026");
    var first =
        "orig=portail.example.fr&algo=sha512&timestamp=2026-11-21T10:00:00Z&nonce=a&signature=AAAA";
    assertThat(SignedQuery.of(first)).isPresent();
  }
}
