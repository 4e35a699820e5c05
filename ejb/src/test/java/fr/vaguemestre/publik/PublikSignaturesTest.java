package fr.vaguemestre.publik;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.AgentPrincipal;
import fr.vaguemestre.access.Credentials.Verdict;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.signing.Sealing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** API3: whose key signed an address, and that it serves once in all towns together. */
class PublikSignaturesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String ORIG = "portail.example.fr";
  private static final String SHARED = "une-clef-pour-deux";

  private final List<PublikSignatures.Holder> holders =
      new ArrayList<>(
          List.of(holder(1, "a.example.fr", SHARED), holder(2, "b.example.fr", SHARED)));

  /** What {@code publik_nonce} holds: only one can write a row. */
  private final List<Object> spent = new ArrayList<>();

  @Test
  void API3_a_signature_used_in_one_town_is_spent_in_the_others_that_have_the_key() {
    var query = signed(SHARED, "n1");
    assertThat(verdict(query, "a.example.fr")).isEqualTo(Verdict.ACCEPTED);
    assertThat(verdict(query, "a.example.fr")).isEqualTo(Verdict.REFUSED);
    assertThat(verdict(query, "b.example.fr")).isEqualTo(Verdict.REFUSED);
    assertThat(verdict(signed(SHARED, "n2"), "b.example.fr")).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void API3_the_town_of_the_host_alone_is_asked_and_without_one_which_town_is_not_known() {
    var query = signed(SHARED, "n1");
    assertThat(signatures().attempt(query, "b.example.fr").principal().orElseThrow().tenant())
        .isEqualTo(2);
    assertThat(verdict(signed(SHARED, "n2"), "localhost")).isEqualTo(Verdict.WHICH_TOWN);
    holders.set(1, holder(2, "b.example.fr", "une-autre"));
    assertThat(verdict(signed(SHARED, "n3"), "b.example.fr")).isEqualTo(Verdict.REFUSED);
    assertThat(verdict(signed(SHARED, "n4"), "localhost")).isEqualTo(Verdict.ACCEPTED);
    assertThat(verdict(signed("fausse", "n5"), "a.example.fr")).isEqualTo(Verdict.REFUSED);
    assertThat(spent).as("a forger spends nobody's").hasSize(3);
  }

  private Verdict verdict(String query, String host) {
    return signatures().attempt(query, host).verdict();
  }

  private static String signed(String key, String nonce) {
    return SignedQuery.sign("https://x/", ORIG, key.getBytes(UTF_8), NOW, nonce)
        .replaceFirst("^[^?]*[?]", "");
  }

  private PublikSignatures signatures() {
    var signatures = new PublikSignatures();
    signatures.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    signatures.sealing =
        new Sealing() {
          @Override
          public byte[] open(Sealed sealed, String about) {
            return sealed.bytes();
          }
        };
    signatures.owner =
        new OwnerDatabase() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> List<T> list(Statement statement, Function<Row, T> mapper) {
            return (List<T>) holders;
          }

          @Override
          public int update(Statement statement) {
            var values = statement.values();
            int written = 0;
            for (int i = 0; i < values.size(); i += 4) {
              var row = values.subList(i, i + 3);
              if (!spent.contains(row)) {
                spent.add(row);
                written++;
              }
            }
            return written;
          }
        };
    return signatures;
  }

  private static PublikSignatures.Holder holder(int tenant, String host, String key) {
    return new PublikSignatures.Holder(
        tenant,
        true,
        host,
        10L * tenant,
        new AgentPrincipal(tenant, tenant, "portail", 1),
        new Sealing.Sealed("k", key.getBytes(UTF_8)));
  }
}
