package fr.vaguemestre.api.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A body that ends with a refusal once it is longer than may be, or has been waited for too long: a
 * sender that lets a byte fall now and then holds a thread no longer than half a minute.
 */
final class BoundedBody extends ServletInputStream {
  /** Seconds of waiting that are nobody's business. */
  private static final long GRACE = 30;

  /** Bytes a second, beyond: a fiftieth of a slow line. */
  private static final long SLOWEST = 2048;

  private final ServletInputStream body;
  private final long most;
  private final LongSupplier nanos;
  private long read;
  private long waited;

  /**
   * @param most bytes
   * @param nanos a clock that runs evenly
   */
  BoundedBody(ServletInputStream body, long most, LongSupplier nanos) {
    this.body = body;
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * @throws RequestRefused 413 beyond the length, 408 when it comes too slowly
   */
  @Override
  public int read() throws IOException {
    long begin = nanos.getAsLong();
    int value = body.read();
    count(value < 0 ? 0 : 1, begin);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long begin = nanos.getAsLong();
    int some = body.read(bytes, offset, length);
    count(Math.max(0, some), begin);
    return some;
  }

  private void count(int some, long begin) {
    read += some;
    waited += nanos.getAsLong() - begin;
    if (read > most) {
      throw new RequestRefused(413, "request.too-large");
    }
    if (TimeUnit.NANOSECONDS.toSeconds(waited) > GRACE + read / SLOWEST) {
      throw new RequestRefused(408, "request.too-slow");
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
