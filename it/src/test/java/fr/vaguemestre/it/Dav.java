package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A word processor at a draft: an address, no cookie. */
final class Dav {
  private static final HttpClient CLIENT = Visitor.client().build();
  private static final Pattern ADDRESS =
      Pattern.compile("id=\"editing-address\"[^>]*value=\"([^\"]+)\"");
  private static final String EXCLUSIVE =
      "<D:lockinfo xmlns:D=\"DAV:\"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype><D:owner><D:href>Word</D:href></D:owner></D:lockinfo>";

  private final String address;

  private Dav(String address) {
    this.address = address;
  }

  static Dav at(String address) {
    return new Dav(address);
  }

  /** As the letter's page opens it for somebody of the demo town. */
  static Dav opened(String login, long letter) {
    return opened(Visitor.as(login), letter);
  }

  static Dav opened(Visitor visitor, long letter) {
    var page = "/correspondence/view.xhtml?id=" + letter + "&panel=reply";
    var form = visitor.form(page, "edit");
    form.put("openDraft", "");
    var found = ADDRESS.matcher(visitor.post(page, form).body());
    assertThat(found.find()).as("the page gives the address").isTrue();
    return new Dav(found.group(1));
  }

  String address() {
    return address;
  }

  /** The same draft by login and password. */
  Dav withoutToken() {
    return new Dav(address.replaceFirst("(/dav/reply/\\d+/)[^/]+", "$1-"));
  }

  /** Something beside the draft. */
  Dav beside(String name) {
    return new Dav(address.substring(0, address.lastIndexOf('/') + 1) + name);
  }

  byte[] bytes() {
    var answer = send(request("GET", null), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** Headers as name, value, name, value. */
  HttpResponse<String> send(String method, byte[] body, String... headers) {
    var request = request(method, body);
    return send(headers.length == 0 ? request : request.headers(headers), BodyHandlers.ofString());
  }

  HttpResponse<String> send(String method, String... headers) {
    return send(method, null, headers);
  }

  HttpResponse<String> tryLock(String... headers) {
    return send("LOCK", EXCLUSIVE.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Locks it; returns the header that gives the token. */
  String lock() {
    var answer = tryLock("Timeout", "Second-3600");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return "(" + answer.headers().firstValue("Lock-Token").orElseThrow() + ")";
  }

  void unlock(String lock) {
    var answer = send("UNLOCK", "Lock-Token", lock.substring(1, lock.length() - 1));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** Saves under a lock; it must be saved. */
  void save(byte[] document, String lock) {
    var answer = send("PUT", document, "If", lock);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private HttpRequest.Builder request(String method, byte[] body) {
    var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    return HttpRequest.newBuilder(URI.create(address)).method(method, content);
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

  /** The document with one thing written otherwise, as a word processor would leave it. */
  static byte[] rewritten(byte[] document, String from, String to) {
    var out = new ByteArrayOutputStream();
    boolean found = false;
    try (var in = new ZipInputStream(new ByteArrayInputStream(document));
        var zip = new ZipOutputStream(out)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = in.readAllBytes();
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (entry.getName().matches("word/document.xml|content.xml") && text.contains(from)) {
          found = true;
          bytes = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
        }
        write(zip, entry, bytes);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(found).as("« %s » is in the document", from).isTrue();
    return out.toByteArray();
  }

  private static void write(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
    var copy = new ZipEntry(entry.getName());
    copy.setTime(entry.getTime());
    if (entry.getMethod() == ZipEntry.STORED) {
      var crc = new CRC32();
      crc.update(bytes);
      copy.setMethod(ZipEntry.STORED);
      copy.setSize(bytes.length);
      copy.setCrc(crc.getValue());
    }
    zip.putNextEntry(copy);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Name and value of the login header. */
  static Map.Entry<String, String> basic(String login) {
    var pair = (login + ":demo").getBytes(StandardCharsets.UTF_8);
    return Map.entry(
        "Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString(pair));
  }
}
