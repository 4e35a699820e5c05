package fr.vaguemestre.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The type of a document from its bytes. Runs in the server on hostile bytes, so it looks and never
 * parses: at most 64 KB at the start and the end, and the names of a zip's directory (4 MB, 10,000
 * names); nothing is decompressed.
 */
public final class ContentTypes {

  private static final int LOOK = 64 * 1024;
  private static final int ZIP_DIRECTORY = 4 * 1024 * 1024;
  private static final int ZIP_NAMES = 10_000;
  private static final String ODT_LABEL = "mimetype" + ContentType.ODT.mediaType();
  private static final byte[] OUTLOOK_CLASS = {
    0x0B, 0x0D, 0x02, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46
  };
  private static final Set<String> MAIL_HEADERS =
      Set.of("from", "received", "message-id", "mime-version", "return-path", "delivered-to");
  private static final List<String> MARKUP =
      List.of("<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "#!");

  private ContentTypes() {}

  /**
   * @param type null when we do not take it
   * @param refusal why not: {@code extraction.empty}, {@code .macros}, {@code .encrypted}, {@code
   *     .type-not-accepted}
   * @param nameAgrees false for a PNG called {@code .pdf}: worth a remark, not a refusal
   */
  public record Detected(ContentType type, String refusal, boolean nameAgrees) {}

  /** Looks at the bytes; the name only tells whether it agrees. */
  public static Detected detect(Path file, String name) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var head = read(channel, 0, LOOK);
      if (head.length == 0) {
        return new Detected(null, "extraction.empty", true);
      }
      Object found = look(channel, head);
      return found instanceof ContentType type
          ? new Detected(type, null, type.fits(name))
          : new Detected(null, (String) found, true);
    }
  }

  /** A {@link ContentType}, or the key of a refusal. */
  private static Object look(FileChannel channel, byte[] head) throws IOException {
    var start = new String(head, 0, Math.min(head.length, 1024), ISO_8859_1);
    if (start.contains("%PDF-")) {
      return ContentType.PDF;
    }
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return ContentType.TIFF;
    }
    if (start.startsWith("\u00FF\u00D8\u00FF")) {
      return ContentType.JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
      return ContentType.PNG;
    }
    if (start.startsWith("{\\rtf")) {
      return ContentType.RTF;
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return zip(channel, start);
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return compound(channel, head);
    }
    return text(head);
  }

  private static Object zip(FileChannel channel, String start) throws IOException {
    var directory = directory(channel);
    if (directory.isEmpty()) {
      return "extraction.damaged";
    }
    var names = directory.keySet();
    if (names.stream().anyMatch(ContentTypes::isMacro)) {
      return "extraction.macros";
    }
    boolean template = start.startsWith("-", 30 + ODT_LABEL.length());
    if (start.startsWith(ODT_LABEL, 30) && names.contains("content.xml") && !template) {
      return ContentType.ODT;
    }
    if (names.contains("[Content_Types].xml")) {
      if (names.stream().anyMatch(name -> name.matches("word/document[0-9]*\\.xml"))) {
        return ContentType.DOCX;
      }
      if (names.stream().anyMatch(name -> name.matches("xl/workbook[0-9]*\\.xml"))) {
        return ContentType.XLSX;
      }
    }
    return "extraction.type-not-accepted";
  }

  private static boolean isMacro(String name) {
    return name.endsWith("vbaProject.bin")
        || name.startsWith("Basic/")
        || name.startsWith("Scripts/");
  }

  /** Bytes an office file says it unfolds to; 0 when it is no zip. A liar says less. */
  public static long unfolded(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      return directory(channel).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Names and declared sizes in a zip's directory; none when it is missing, too long or wrong. */
  private static Map<String, Long> directory(FileChannel channel) throws IOException {
    var entries = new LinkedHashMap<String, Long>();
    var tail = little(read(channel, Math.max(0, channel.size() - LOOK), LOOK));
    int end = tail.limit() - 22;
    while (end >= 0 && tail.getInt(end) != 0x06054b50) {
      end--;
    }
    if (end < 0) {
      return entries;
    }
    long size = Integer.toUnsignedLong(tail.getInt(end + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(end + 16));
    if (size > ZIP_DIRECTORY || offset > channel.size()) {
      return entries;
    }
    var bytes = little(read(channel, offset, (int) size));
    int at = 0;
    while (at + 46 <= bytes.limit()
        && bytes.getInt(at) == 0x02014b50
        && entries.size() < ZIP_NAMES) {
      int length = Short.toUnsignedInt(bytes.getShort(at + 28));
      if (at + 46 + length > bytes.limit()) {
        break;
      }
      var name = new String(bytes.array(), at + 46, length, UTF_8);
      entries.merge(name, Integer.toUnsignedLong(bytes.getInt(at + 24)), Long::sum);
      int extra = Short.toUnsignedInt(bytes.getShort(at + 30));
      at += 46 + length + extra + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
    return entries;
  }

  /**
   * An OLE2 file: an Outlook message, a password-protected Office file, or an old Office file we do
   * not take.
   */
  private static Object compound(FileChannel channel, byte[] head) throws IOException {
    if (head.length < 512) {
      return "extraction.type-not-accepted";
    }
    var header = little(head);
    int shift = header.getShort(30) == 12 ? 12 : 9;
    long root = (Integer.toUnsignedLong(header.getInt(48)) + 1) << shift;
    var directory = root < channel.size() ? read(channel, root, LOOK) : new byte[0];
    if (directory.length >= 96
        && ByteBuffer.wrap(directory, 80, 16).equals(ByteBuffer.wrap(OUTLOOK_CLASS))) {
      return ContentType.MSG;
    }
    var names = new String(directory, UTF_16LE);
    if (names.contains("EncryptedPackage")) {
      return "extraction.encrypted";
    }
    return names.contains("__properties_version1.0") || names.contains("__nameid_version1.0")
        ? ContentType.MSG
        : "extraction.type-not-accepted";
  }

  private static Object text(byte[] head) {
    if (!printable(head)) {
      return "extraction.type-not-accepted";
    }
    var text = new String(head, ISO_8859_1);
    var opening =
        text.substring(0, Math.min(text.length(), 512))
            .replace("\u00EF\u00BB\u00BF", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (MARKUP.stream().anyMatch(opening::startsWith)) {
      return "extraction.type-not-accepted";
    }
    return isMail(text) ? ContentType.EML : ContentType.TXT;
  }

  private static boolean printable(byte[] head) {
    boolean utf16 =
        head.length >= 2 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1));
    if (utf16) {
      return true;
    }
    for (byte b : head) {
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
        return false;
      }
    }
    return true;
  }

  /** Headers up to the first empty line, two of them of the kind that only mail has. */
  private static boolean isMail(String text) {
    int known = 0;
    for (var line : text.substring(0, Math.min(text.length(), LOOK)).split("\r?\n", 400)) {
      int colon = line.indexOf(':');
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (line.isEmpty() || (!folded && (colon < 1 || line.substring(0, colon).contains(" ")))) {
        break;
      }
      if (!folded && MAIL_HEADERS.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
        known++;
      }
    }
    return known >= 2;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    var buffer = ByteBuffer.allocate((int) Math.min(length, Math.max(0, channel.size() - from)));
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
      // until the buffer is full or the file ends
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
