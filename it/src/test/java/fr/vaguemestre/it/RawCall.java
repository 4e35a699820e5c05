package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** A request written byte by byte, as no client of good faith would, over HTTP/1.1. */
final class RawCall implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

  private final Socket socket;
  private final OutputStream out;

  /** An answer: its status, and all of it as it came. */
  record Answer(int status, String text) {}

  private RawCall(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  /** The head of a POST by a portal, path given from {@code /api}; each header a line. */
  static RawCall post(APortal portal, String path, String... headers) throws IOException {
    var base = RunningServer.baseUrl();
    var socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    var call = new RawCall(socket);
    var pair = Base64.getEncoder().encodeToString((portal.login() + ":demo").getBytes(UTF_8));
    call.write(
        "POST /api%s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\nAuthorization: Basic %s\r\n%s\r\n\r\n"
            .formatted(path, base.getHost(), base.getPort(), pair, String.join("\r\n", headers))
            .getBytes(ISO_8859_1));
    return call;
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** One chunk of a body that does not say how long it is; the empty one is the last. */
  void chunk(byte[] bytes) throws IOException {
    write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    write(bytes);
    write("\r\n".getBytes(ISO_8859_1));
  }

  /** Lets a byte fall now and then until there is an answer or the time is over. */
  void dribble(Duration between, Duration most) throws IOException {
    var until = Instant.now().plus(most);
    while (socket.getInputStream().available() == 0 && Instant.now().isBefore(until)) {
      write(new byte[] {' '});
      ATown.pause(between.toMillis());
    }
  }

  /** The whole answer, however long the server goes on waiting for the rest of the body. */
  Answer answer() throws IOException {
    var read = new ByteArrayOutputStream();
    while (!whole(read.toString(UTF_8))) {
      int next = socket.getInputStream().read();
      if (next < 0 && endsWithTheConnection(read.toString(UTF_8))) {
        break;
      }
      if (next < 0) {
        throw new IOException("cut short: " + read.toString(UTF_8));
      }
      read.write(next);
    }
    var text = read.toString(UTF_8);
    return new Answer(Integer.parseInt(text.substring(9, 12)), text);
  }

  private static boolean whole(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    var length = LENGTH.matcher(text.substring(0, end));
    return length.find()
        ? text.substring(end + 4).getBytes(UTF_8).length >= Integer.parseInt(length.group(1))
        : text.endsWith("}\r\n") || text.endsWith("\r\n0\r\n\r\n");
  }

  /** RFC 9112, 6.3: a body whose head says neither its length nor chunks. */
  private static boolean endsWithTheConnection(String text) {
    int end = text.indexOf("\r\n\r\n");
    return end > 0
        && !LENGTH.matcher(text.substring(0, end)).find()
        && !text.substring(0, end).contains("chunked");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
