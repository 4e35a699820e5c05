package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A partner's program that webhooks call, on this machine. */
final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private volatile int answer = 204;

  /** A call as it came; names of headers in small letters. */
  record Heard(Map<String, String> headers, String body) {
    JsonObject json() {
      try (var reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }

    String id() {
      return headers.get("webhook-id");
    }
  }

  Listener() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/rappel", this::hear);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/rappel";
  }

  /** What it answers from now on. */
  Listener answering(int status) {
    answer = status;
    return this;
  }

  /** The next call. */
  Heard next() {
    try {
      var next = heard.poll(60, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no call came within a minute");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether one more comes within some seconds. */
  boolean hearsMore(int seconds) {
    try {
      return heard.poll(seconds, TimeUnit.SECONDS) != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void hear(HttpExchange exchange) throws IOException {
    var headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().toLowerCase(java.util.Locale.ROOT),
                    e -> e.getValue().getFirst()));
    heard.add(new Heard(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    if (answer == 302) {
      exchange.getResponseHeaders().add("Location", address() + "/ailleurs");
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
