package fr.vaguemestre.api.platform;

import fr.vaguemestre.platform.WorkFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A JSON object with files in it as Base64, as some partners send them. Long strings of Base64 are
 * decoded into files of a private folder while the body is read, so that memory holds what is left
 * alone: at most what {@link FieldsReader} takes. Close it when the files have been used.
 */
public final class LargeJson implements AutoCloseable {
  private static final int LONG = 8 * 1024;
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int LONGEST_REST = 1024 * 1024;

  /** Files of one request. */
  public static final int MOST_FILES = 100;

  private static final long LONGEST_BODY = 300L * 1024 * 1024;

  private final WorkFolder folder;
  private final String mark = "file:" + UUID.randomUUID() + ":";
  private final Map<String, Path> files = new HashMap<>();
  private final List<InputStream> opened = new ArrayList<>();
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private Fields fields;

  private LargeJson(WorkFolder folder) {
    this.folder = folder;
  }

  /**
   * @throws RequestRefused 400 when it is no JSON object or a long string no Base64, 413 when it is
   *     too long or holds more than 100 files
   */
  public static LargeJson read(InputStream body) throws IOException {
    var json = new LargeJson(WorkFolder.create("json"));
    try {
      json.take(new BufferedInputStream(body, LONGEST_TEXT));
      json.fields = FieldsReader.read(new ByteArrayInputStream(json.rest.toByteArray()));
      return json;
    } catch (IOException | RuntimeException e) {
      json.close();
      throw e;
    }
  }

  public Fields fields() {
    return fields;
  }

  /** What a string of {@link #fields} holds as Base64, long or short; null for a null string. */
  public InputStream bytes(String text) throws IOException {
    if (text == null) {
      return null;
    }
    var file = files.get(text);
    if (file != null) {
      var in = Files.newInputStream(file);
      opened.add(in);
      return in;
    }
    var bytes = new ByteArrayOutputStream();
    var sink = new Base64Sink(bytes);
    for (int i = 0; i < text.length(); i++) {
      sink.write(text.charAt(i));
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  @Override
  public void close() throws IOException {
    for (var in : opened) {
      in.close();
    }
    folder.close();
  }

  private void take(InputStream body) throws IOException {
    long length = 0;
    for (int c = body.read(); c >= 0; c = body.read()) {
      if (c == '"') {
        length += string(body, length);
      } else {
        keep(c);
      }
      if (++length > LONGEST_BODY) {
        throw new RequestRefused(413, "request.too-large");
      }
    }
  }

  /** Copies a string, or puts a mark in the place of a long one; returns how long it was. */
  private long string(InputStream body, long before) throws IOException {
    var held = new ByteArrayOutputStream();
    boolean escaped = false;
    for (int c = body.read(); c >= 0; c = body.read()) {
      if (c == '"' && !escaped) {
        end(held);
        return held.size();
      }
      escaped = c == '\\' && !escaped;
      held.write(c);
      if (held.size() > LONGEST_TEXT) {
        return spill(held, body, before);
      }
    }
    throw new RequestRefused(400, "request.malformed-json");
  }

  private void end(ByteArrayOutputStream held) throws IOException {
    var bytes = held.toByteArray();
    if (bytes.length >= LONG && base64(bytes)) {
      spill(held, new ByteArrayInputStream(new byte[] {'"'}), 0);
      return;
    }
    keep('"');
    for (var b : bytes) {
      keep(b);
    }
    keep('"');
  }

  /** Decodes what is held and what follows up to the end of the string. */
  private long spill(ByteArrayOutputStream held, InputStream body, long before) throws IOException {
    if (files.size() == MOST_FILES) {
      throw new RequestRefused(413, "request.too-many-files");
    }
    var file = folder.path().resolve(String.valueOf(files.size()));
    long length = held.size();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      var unescaped = new Unescaped(new Base64Sink(out));
      for (var b : held.toByteArray()) {
        unescaped.write(b);
      }
      int c = body.read();
      for (; c >= 0 && c != '"'; c = body.read()) {
        unescaped.write(c);
        if (before + ++length > LONGEST_BODY) {
          throw new RequestRefused(413, "request.too-large");
        }
      }
      if (c < 0) {
        throw new RequestRefused(400, "request.malformed-json");
      }
    }
    var name = mark + files.size();
    files.put(name, file);
    for (var b : ('"' + name + '"').toCharArray()) {
      keep(b);
    }
    return length;
  }

  private static boolean base64(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\\' && i + 1 < bytes.length && "/rn".indexOf(bytes[i + 1]) >= 0) {
        i++;
      } else if (!Base64Sink.takes(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private void keep(int c) {
    if (rest.size() > LONGEST_REST) {
      throw new RequestRefused(413, "request.json-too-large");
    }
    rest.write(c);
  }

  /** JSON's own escapes of what Base64 holds: {@code \/}, {@code \r}, {@code \n}. */
  private static final class Unescaped {
    private final Base64Sink sink;
    private boolean escape;

    Unescaped(Base64Sink sink) {
      this.sink = sink;
    }

    void write(int c) throws IOException {
      if (escape) {
        escape = false;
        sink.write(
            switch (c) {
              case '/' -> '/';
              case 'r' -> '\r';
              case 'n' -> '\n';
              default -> throw new RequestRefused(400, "request.not-base64");
            });
      } else if (c == '\\') {
        escape = true;
      } else {
        sink.write(c);
      }
    }
  }
}
