package fr.vaguemestre.publik;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;

/** What a portal said after the status line: headers, an empty line, its envelope. */
final class PortalAnswer {
  private static final String END = "\r\n";
  private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*\\bchunked\\b");
  private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,7})[ \t]*(;.*)?");

  private PortalAnswer() {}

  /** {@code err} of the envelope; an answer that is none is a yes. */
  static int error(String rest) {
    var all = END + rest; // there may be no header
    int head = all.indexOf(END + END);
    if (head < 0) {
      return 0;
    }
    var body = all.substring(head + 4);
    var whole = CHUNKED.matcher(all.substring(0, head)).find() ? joined(body) : body;
    try (var reader = Json.createReader(new ByteArrayInputStream(whole.getBytes(ISO_8859_1)))) {
      return reader.readObject().getInt("err", 0);
    } catch (JsonException | IllegalStateException e) {
      return 0;
    }
  }

  /** What came in chunks (RFC 9112, 7.1), as far as it came. */
  private static String joined(String body) {
    var whole = new StringBuilder();
    int at = 0;
    for (int end = body.indexOf(END); end >= 0; end = body.indexOf(END, at)) {
      var size = SIZE.matcher(body.substring(at, end));
      int length = size.matches() ? Integer.parseInt(size.group(1), 16) : 0;
      if (length == 0) {
        break;
      }
      int from = end + END.length();
      int to = Math.min(body.length(), from + length);
      whole.append(body, from, to);
      at = Math.min(body.length(), to + END.length());
    }
    return whole.toString();
  }
}
