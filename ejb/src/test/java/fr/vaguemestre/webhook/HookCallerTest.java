package fr.vaguemestre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.platform.Network;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookCallerTest {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private ServerSocket server;

  /** What a server does with a connection it accepted. */
  private interface Deed {
    void on(Socket socket) throws Exception;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    timer.shutdownNow();
  }

  @Test
  void API1_a_call_is_one_post_with_its_headers_and_body_and_the_status_is_the_answer()
      throws Exception {
    serve(answering("HTTP/1.1 204 No Content\r\nX: y\r\n\r\n"));
    var answer = call("127.0.0.0/8", "http", "/rappel?x=1");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.rest()).isEqualTo("X: y\r\n\r\n");
    assertThat(answer.arrived()).isTrue();
    assertThat(heard.poll(5, TimeUnit.SECONDS))
        .startsWith("POST /rappel?x=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort())
        .contains("\r\nwebhook-id: vgm_1\r\n", "\r\nContent-Length: 8\r\n")
        .endsWith("\r\n\r\n{\"é\":1}");
  }

  @Test
  void API1_a_redirect_is_an_answer_that_is_not_followed() throws Exception {
    serve(answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n"));
    var answer = call("127.0.0.0/8", "http", "/");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.arrived()).isFalse();
  }

  @Test
  void API1_an_address_inside_gets_no_connection() throws Exception {
    serve(answering("HTTP/1.1 204 No Content\r\n\r\n"));
    assertThat(call("", "https", "/").fault()).isEqualTo(Fault.FORBIDDEN_ADDRESS);
    assertThat(call("10.0.0.0/8", "http", "/").fault()).isEqualTo(Fault.FORBIDDEN_ADDRESS);
    assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void API1_whoever_does_not_answer_or_drips_is_left_in_time() throws Exception {
    serve(
        socket -> {
          while (true) {
            socket.getOutputStream().write('H');
            Thread.sleep(100);
          }
        });
    long start = System.nanoTime();
    assertThat(hurried().fault()).isEqualTo(Fault.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    serve(socket -> Thread.sleep(20_000));
    assertThat(hurried().fault()).isEqualTo(Fault.TIMEOUT);
  }

  @Test
  void API1_an_endless_answer_is_not_read_to_its_end() throws Exception {
    serve(
        socket -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          while (true) {
            socket.getOutputStream().write(new byte[8192]);
          }
        });
    assertThat(call("127.0.0.0/8", "http", "/").status()).isEqualTo(200);
  }

  @Test
  void API1_what_is_no_http_and_what_is_no_tls_and_nobody_are_told_apart() throws Exception {
    serve(answering("SSH-2.0-OpenSSH_9.9\r\n"));
    assertThat(call("127.0.0.0/8", "http", "/").fault()).isEqualTo(Fault.NOT_HTTP);
    serve(answering("HTTP/1.1 204 No Content\r\n\r\n"));
    assertThat(call("127.0.0.0/8", "https", "/").fault()).isEqualTo(Fault.TLS);
    server.close();
    assertThat(call("127.0.0.0/8", "http", "/").fault()).isEqualTo(Fault.UNREACHABLE);
  }

  private HookCaller.Answer call(String opened, String scheme, String path) {
    return call(opened, scheme, path, Duration.ofMinutes(1));
  }

  private HookCaller.Answer hurried() {
    return call("127.0.0.0/8", "http", "/", Duration.ofMillis(1500));
  }

  private HookCaller.Answer call(String opened, String scheme, String path, Duration patience) {
    var caller =
        new HookCaller(
            new HookRules(Network.all(opened)),
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            timer,
            patience);
    var address = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + path);
    return caller.post(address, Map.of("webhook-id", "vgm_1"), "{\"é\":1}".getBytes(UTF_8));
  }

  private Deed answering(String answer) {
    return socket -> {
      heard.add(request(socket.getInputStream()));
      socket.getOutputStream().write(answer.getBytes(UTF_8));
    };
  }

  /** What is there within a moment: our requests are one packet. */
  private static String request(InputStream in) throws Exception {
    var bytes = new byte[4096];
    int length = in.read(bytes);
    Thread.sleep(100);
    if (in.available() > 0) {
      length += in.read(bytes, length, bytes.length - length);
    }
    return new String(bytes, 0, Math.max(0, length), UTF_8);
  }

  private void serve(Deed deed) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (var socket = server.accept()) {
                deed.on(socket);
              } catch (Exception e) {
                Thread.currentThread().interrupt(); // the test is over, or the other side left
              }
            });
  }
}
