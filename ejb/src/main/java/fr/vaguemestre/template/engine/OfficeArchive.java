package fr.vaguemestre.template.engine;

import fr.vaguemestre.platform.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A template's archive, whole in memory, which its limits keep small. */
final class OfficeArchive {
  private static final long MAX_FILE = 10L << 20;
  private static final int MAX_ENTRIES = 1_000;
  private static final long MAX_TOTAL = 40L << 20;
  private static final long MAX_RATIO = 100;
  private static final long RATIO_MATTERS_FROM = 4L << 20;
  private static final int MAX_XML = 8 << 20;

  private final TemplateFormat format;
  private final Map<String, byte[]> entries;

  private OfficeArchive(TemplateFormat format, Map<String, byte[]> entries) {
    this.format = format;
    this.entries = entries;
  }

  /**
   * Reads at most 10 MiB packed, 40 MiB and 1,000 entries unpacked, 8 MiB for one XML.
   *
   * @throws Refusal {@code template.too-large}, {@code template.damaged}, {@code
   *     template.not-a-template}
   */
  static OfficeArchive read(Path file) throws IOException {
    long packed = Files.size(file);
    if (packed > MAX_FILE) {
      throw tooLarge();
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (!new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PK\3\4")) {
        throw notATemplate();
      }
    }
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw tooLarge();
      }
      long left = Math.min(MAX_TOTAL, Math.max(RATIO_MATTERS_FROM, packed * MAX_RATIO));
      var entries = new LinkedHashMap<String, byte[]>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
          throw damaged();
        }
        if (entry.isDirectory()) {
          continue;
        }
        byte[] bytes = read(zip, entry, left);
        left -= bytes.length;
        if (entries.put(name, bytes) != null) {
          throw damaged();
        }
      }
      return new OfficeArchive(formatOf(entries), entries);
    } catch (ZipException | EOFException e) {
      throw damaged();
    }
  }

  private static byte[] read(ZipFile zip, ZipEntry entry, long left) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) left + 1);
      if (bytes.length > left || isXml(entry.getName()) && bytes.length > MAX_XML) {
        throw tooLarge();
      }
      var checksum = new CRC32();
      checksum.update(bytes);
      if (checksum.getValue() != entry.getCrc()) {
        throw damaged();
      }
      return bytes;
    }
  }

  private static TemplateFormat formatOf(Map<String, byte[]> entries) {
    byte[] mimetype = entries.get("mimetype");
    if (mimetype != null
        && new String(mimetype, StandardCharsets.US_ASCII)
            .trim()
            .equals(TemplateFormat.ODT.mediaType())
        && entries.containsKey("content.xml")) {
      return TemplateFormat.ODT;
    }
    if (entries.containsKey("[Content_Types].xml") && entries.containsKey("word/document.xml")) {
      return TemplateFormat.DOCX;
    }
    throw notATemplate();
  }

  private static Refusal tooLarge() {
    return Refusal.of(Refusal.Kind.TOO_LARGE, "template.too-large");
  }

  private static Refusal damaged() {
    return Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "template.damaged");
  }

  private static Refusal notATemplate() {
    return Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "template.not-a-template");
  }

  static boolean isXml(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(xml|rels|svg)");
  }

  TemplateFormat format() {
    return format;
  }

  Markup markup() {
    return format == TemplateFormat.DOCX ? new DocxMarkup() : new OdtMarkup();
  }

  Map<String, byte[]> entries() {
    return entries;
  }

  /** The entries that hold text to fill: the body first, then headers, footers and notes. */
  List<String> parts() {
    String wanted =
        format == TemplateFormat.DOCX
            ? "word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml"
            : "(content|styles)\\.xml";
    return entries.keySet().stream()
        .filter(name -> name.matches(wanted))
        .sorted((a, b) -> Boolean.compare(isBody(b), isBody(a)))
        .toList();
  }

  static boolean isBody(String part) {
    return part.equals("word/document.xml") || part.equals("content.xml");
  }

  /** Writes the archive with some entries replaced; an ODT starts with its type, not packed. */
  void write(Map<String, byte[]> replaced, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    if (format == TemplateFormat.ODT) {
      byte[] type = entries.get("mimetype");
      var checksum = new CRC32();
      checksum.update(type);
      ZipEntry first = entry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      first.setCrc(checksum.getValue());
      zip.putNextEntry(first);
      zip.write(type);
    }
    for (var kept : entries.entrySet()) {
      if (format == TemplateFormat.ODT && kept.getKey().equals("mimetype")) {
        continue;
      }
      zip.putNextEntry(entry(kept.getKey()));
      zip.write(replaced.getOrDefault(kept.getKey(), kept.getValue()));
    }
    zip.finish();
  }

  /** One date for all: the same letter gives the same bytes. */
  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }
}
