package fr.vaguemestre.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own to the one address that {@link HookRules} judged: no proxy,
 * no redirect, no second look at the name. Of the answer the status is read, and the beginning of
 * what follows; whatever the other side does, it is over in the time it is given.
 */
public final class HookCaller {
  private static final int LONGEST_LINE = 256;
  private static final int MOST_READ = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-5]\\d\\d)( .*)?");

  private final HookRules rules;
  private final SSLSocketFactory tls;
  private final ScheduledExecutorService timer;
  private final Duration patience;

  /**
   * @param timer closes what lasts too long
   * @param patience for the whole call
   */
  HookCaller(
      HookRules rules, SSLSocketFactory tls, ScheduledExecutorService timer, Duration patience) {
    this.rules = rules;
    this.tls = tls;
    this.timer = timer;
    this.patience = patience;
  }

  /**
   * What a call gave: a status, or why there is none.
   *
   * @param rest what came after the status line, its beginning at most: headers and body as they
   *     travelled, a byte a character
   * @param millis that it took
   */
  public record Answer(Integer status, String rest, Fault fault, int millis) {
    static Answer none(Fault fault, int millis) {
      return new Answer(null, "", fault, millis);
    }

    public boolean arrived() {
      return status != null && status < 300;
    }

    /** The other side wants no more of it (RFC 9110, 15.5.11). */
    boolean gone() {
      return status != null && status == 410;
    }
  }

  Answer post(URI address, Map<String, String> headers, byte[] body) {
    long start = System.nanoTime();
    try {
      var said = said(address, headers, body);
      return new Answer(said.status(), said.rest(), null, millis(start));
    } catch (HookRules.Closed e) {
      return Answer.none(e.fault(), millis(start));
    } catch (SocketTimeoutException e) {
      return Answer.none(Fault.TIMEOUT, millis(start));
    } catch (SSLException e) {
      return Answer.none(Fault.TLS, millis(start));
    } catch (NotHttp e) {
      return Answer.none(Fault.NOT_HTTP, millis(start));
    } catch (IOException e) {
      return Answer.none(Fault.UNREACHABLE, millis(start));
    }
  }

  private static int millis(long start) {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private record Said(int status, String rest) {}

  private Said said(URI address, Map<String, String> headers, byte[] body)
      throws IOException, HookRules.Closed {
    var place = rules.place(address);
    boolean secure = address.getScheme().equals("https");
    int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
    var late = new AtomicBoolean();
    try (var socket = new Socket(Proxy.NO_PROXY)) {
      var end = timer.schedule(() -> cut(socket, late), patience.toMillis(), TimeUnit.MILLISECONDS);
      try {
        socket.connect(new InetSocketAddress(place, port), (int) patience.toMillis());
        socket.setSoTimeout((int) patience.toMillis());
        try (var wire = secure ? secured(socket, address, port) : socket) {
          wire.getOutputStream().write(request(address, headers, body));
          wire.getOutputStream().flush();
          return read(wire.getInputStream());
        }
      } catch (IOException e) {
        if (late.get()) {
          throw new SocketTimeoutException();
        }
        throw e;
      } finally {
        end.cancel(false);
      }
    }
  }

  private static void cut(Socket socket, AtomicBoolean late) {
    late.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      late.set(true); // it is closed all the same
    }
  }

  /** The certificate must be the name's, whatever address it led to. */
  private SSLSocket secured(Socket socket, URI address, int port) throws IOException {
    var wire = (SSLSocket) tls.createSocket(socket, HookRules.host(address), port, true);
    var wanted = wire.getSSLParameters();
    wanted.setEndpointIdentificationAlgorithm("HTTPS");
    wanted.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    wire.setSSLParameters(wanted);
    wire.startHandshake();
    return wire;
  }

  private static byte[] request(URI address, Map<String, String> headers, byte[] body) {
    var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    var head = new StringBuilder("POST ").append(path);
    if (address.getRawQuery() != null) {
      head.append('?').append(address.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(address.getHost());
    if (address.getPort() > 0) {
      head.append(':').append(address.getPort());
    }
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** The status; then a little more is taken, so that the other side is not cut while it writes. */
  private static Said read(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
      line.write(next);
      next = in.read();
    }
    var status = STATUS.matcher(line.toString(ISO_8859_1).stripTrailing());
    if (!status.matches()) {
      throw new NotHttp();
    }
    return new Said(Integer.parseInt(status.group(1)), rest(in));
  }

  /** As far as it came: the status is an answer without it. */
  private static String rest(InputStream in) {
    var rest = new ByteArrayOutputStream();
    var some = new byte[4096];
    try {
      for (int n = in.read(some); n > 0 && rest.size() < MOST_READ; n = in.read(some)) {
        rest.write(some, 0, n);
      }
    } catch (IOException e) {
      return rest.toString(ISO_8859_1);
    }
    return rest.toString(ISO_8859_1);
  }

  private static final class NotHttp extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
