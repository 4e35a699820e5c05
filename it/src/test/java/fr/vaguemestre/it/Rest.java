package fr.vaguemestre.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A program that calls the API, paths given from {@code /api}: {@code
 * Rest.as("courrier").get("/v1/me")}.
 */
public final class Rest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private final String authorization;
  private final URI server;

  private Rest(String authorization) {
    this(authorization, null);
  }

  private Rest(String authorization, URI server) {
    this.authorization = authorization;
    this.server = server;
  }

  /** The same caller at another server than the one all tests share. */
  Rest at(URI other) {
    return new Rest(authorization, other);
  }

  /** A demo account, by Basic. */
  public static Rest as(String user) {
    return as(user, "demo");
  }

  public static Rest as(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Rest("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public static Rest withToken(String token) {
    return new Rest("Bearer " + token);
  }

  public static Rest anonymous() {
    return new Rest(null);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<byte[]> download(String path) {
    return send(request(path).GET(), BodyHandlers.ofByteArray());
  }

  /** What a request without a body is answered, as it comes. */
  public HttpResponse<byte[]> postForBytes(String path) {
    return send(request(path).POST(BodyPublishers.noBody()), BodyHandlers.ofByteArray());
  }

  /** Headers as name, value, name, value. */
  public HttpResponse<String> post(String path, String json, String... headers) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A multipart request: parts in order. Headers as name, value, name, value. */
  public HttpResponse<String> post(String path, List<Part> parts, String... headers) {
    var boundary = "vaguemestre-" + UUID.randomUUID();
    var request =
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body(boundary, parts));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A request of one's own; send it with {@link #send}. */
  public HttpRequest.Builder request(String path) {
    var builder =
        HttpRequest.newBuilder(
            URI.create((server == null ? RunningServer.baseUrl() : server) + "/api" + path));
    return authorization == null ? builder : builder.header("Authorization", authorization);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  /** One part of a multipart request; {@code fileName} null for a plain field. */
  public record Part(String name, String fileName, String type, byte[] content) {
    public static Part json(String name, String json) {
      return new Part(name, null, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public static Part file(String name, String fileName, String type, byte[] content) {
      return new Part(name, fileName, type, content);
    }

    /** A file of the test class path. */
    public static Part resource(String name, String type, Class<?> nextTo, String resource) {
      try (InputStream in = nextTo.getResourceAsStream(resource)) {
        return file(name, resource, type, in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static BodyPublisher body(String boundary, List<Part> parts) {
    var body = new ByteArrayOutputStream();
    for (var part : parts) {
      var fileName = part.fileName() == null ? "" : "; filename=\"" + part.fileName() + "\"";
      body.writeBytes(
          ("--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\""
                  + part.name()
                  + "\""
                  + fileName
                  + "\r\nContent-Type: "
                  + part.type()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(part.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }
}
