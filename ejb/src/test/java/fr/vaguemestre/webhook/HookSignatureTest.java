package fr.vaguemestre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookSignatureTest {
  private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

  /** The vector that the libraries of Standard Webhooks check themselves with. */
  @Test
  void API1_the_signature_is_that_of_standard_webhooks() {
    var headers = HookSignature.headers(ID, AT, BODY, List.of(SECRET));
    assertThat(headers)
        .containsEntry("webhook-id", ID)
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void API1_two_secrets_in_force_give_two_signatures() {
    var headers = HookSignature.headers(ID, AT, BODY, List.of(new byte[32], SECRET));
    assertThat(headers.get("webhook-signature").split(" "))
        .hasSize(2)
        .contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }
}
