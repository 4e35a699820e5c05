package fr.vaguemestre.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private final AtomicLong clock = new AtomicLong();

  @Test
  void what_is_short_and_quick_is_read_as_it_is() throws IOException {
    assertThat(body(1000, 1000, 100, 0).readAllBytes()).hasSize(1000);
  }

  @Test
  void what_is_longer_than_it_may_be_is_refused_while_it_is_read() {
    assertRefused(body(1001, 1000, 100, 0), 413, "request.too-large");
  }

  @Test
  void a_byte_now_and_then_is_refused_after_half_a_minute() {
    assertRefused(body(1000, 1000, 1, 500), 408, "request.too-slow");
    assertThat(TimeUnit.NANOSECONDS.toSeconds(clock.get())).isBetween(30L, 33L);
  }

  @Test
  void a_slow_line_has_its_time() throws IOException {
    assertThat(body(200_000, 1_000_000, 4096, 1000).readAllBytes()).hasSize(200_000);
  }

  private static void assertRefused(BoundedBody body, int status, String code) {
    assertThatThrownBy(body::readAllBytes)
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  /** Of so many bytes, some at a time, each time after a wait. */
  private BoundedBody body(int length, long most, int some, long millis) {
    var bytes = new ByteArrayInputStream(new byte[length]);
    var arriving =
        new ServletInputStream() {
          @Override
          public int read() {
            return bytes.read();
          }

          @Override
          public int read(byte[] into, int offset, int wanted) {
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
            return bytes.read(into, offset, Math.min(some, wanted));
          }

          @Override
          public boolean isFinished() {
            return bytes.available() == 0;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
          }
        };
    return new BoundedBody(arriving, most, clock::get);
  }
}
