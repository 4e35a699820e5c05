package fr.vaguemestre.web.storage;

import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bytes on their way to a browser. The caller has asked a service whether this reader may have
 * them. They are shown in place only when of a kind that runs nothing, and downloaded otherwise; a
 * browser keeps them for itself and asks again each time, so that a right withdrawn is withdrawn.
 */
@ApplicationScoped
public class Streamed {
  private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  @Inject ContentStore store;

  /** What is sent: the name is only ever shown. */
  public record Piece(String name, String mediaType, String sha256) {}

  /**
   * @param download true to have it saved whatever its kind
   */
  public void send(
      HttpServletRequest request,
      HttpServletResponse response,
      int tenant,
      Piece piece,
      boolean download)
      throws IOException {
    boolean shown = !download && SHOWN.contains(piece.mediaType());
    var tag = '"' + piece.sha256() + '"';
    guard(response, tag);
    response.setHeader("Accept-Ranges", "bytes");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(shown ? piece.mediaType() : "application/octet-stream");
    response.setHeader("Content-Disposition", disposition(shown, piece.name()));
    long size = Files.size(store.file(tenant, piece.sha256()));
    var part = Part.of(request.getHeader("Range"), size);
    if (part == null) {
      response.setHeader("Content-Range", "bytes */" + size);
      response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    if (part.length() < size) {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader("Content-Range", "bytes " + part.from() + "-" + part.last() + "/" + size);
    }
    response.setContentLengthLong(part.length());
    if ("HEAD".equals(request.getMethod())) {
      return;
    }
    try (var bytes = store.open(tenant, piece.sha256())) {
      bytes.skipNBytes(part.from());
      copy(bytes, response, part.length());
    }
  }

  /** A PDF made for this request, whole. */
  public void sendWhole(
      HttpServletResponse response, Path file, String name, String tag, boolean shown)
      throws IOException {
    guard(response, tag);
    response.setContentType(shown ? "application/pdf" : "application/octet-stream");
    response.setHeader("Content-Disposition", disposition(shown, name));
    response.setContentLengthLong(Files.size(file));
    Files.copy(file, response.getOutputStream());
  }

  private static void guard(HttpServletResponse response, String tag) {
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'self'");
  }

  private static void copy(InputStream bytes, HttpServletResponse response, long length)
      throws IOException {
    var buffer = new byte[64 * 1024];
    var out = response.getOutputStream();
    for (long left = length; left > 0; ) {
      int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  /** RFC 6266: a plain name for old clients, the whole one encoded (RFC 8187). */
  static String disposition(boolean shown, String name) {
    var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    var whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return (shown ? "inline" : "attachment")
        + "; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + whole;
  }

  /** The part of a file that is asked for, whole when no range is. */
  record Part(long from, long last) {
    long length() {
      return last - from + 1;
    }

    /** Null when the range lies outside; several ranges are answered with the whole. */
    static Part of(String header, long size) {
      var asked = header == null ? null : RANGE.matcher(header.strip());
      if (asked == null || !asked.matches() || size == 0) {
        return new Part(0, size - 1);
      }
      try {
        return of(asked.group(1), asked.group(2), size);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    private static Part of(String first, String last, long size) {
      if (first.isEmpty() && last.isEmpty()) {
        return new Part(0, size - 1);
      }
      long from =
          first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
      long to =
          first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
      return from > to ? null : new Part(from, to);
    }
  }
}
