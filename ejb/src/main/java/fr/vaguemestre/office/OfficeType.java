package fr.vaguemestre.office;

import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The documents we convert, told by their bytes: an office left to guess "converts" a damaged DOCX
 * as if it were plain text. Only the container is read here (names, sizes, checksums), never the
 * document inside.
 */
public enum OfficeType {
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  RTF("application/rtf", "rtf"),
  HTML("text/html", "html"),
  TXT("text/plain", "txt");

  private static final int MAX_ENTRIES = 5_000;
  private static final long MAX_UNPACKED = 400L * 1024 * 1024;
  private static final long MAX_RATIO = 150;
  private static final long RATIO_MATTERS_FROM = 4L * 1024 * 1024;
  private static final long MAX_TEXT = 20L * 1024 * 1024;

  private final String mediaType;
  private final String extension;

  OfficeType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }

  /** Parameters ({@code ; charset=…}) are ignored. */
  public static Optional<OfficeType> of(String mediaType) {
    String bare = mediaType.replaceFirst(";(?s).*", "").trim().toLowerCase(Locale.ROOT);
    String known = bare.equals("text/rtf") ? RTF.mediaType : bare;
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(known)).findFirst();
  }

  /**
   * Refuses bytes that are not this type, are cut or spoilt, or unpack to more than 400 MiB.
   *
   * @throws Refusal {@code office.not-what-it-says}, {@code office.damaged}, {@code
   *     office.too-large}
   */
  public void check(Path file) throws IOException {
    switch (this) {
      case DOCX -> checkZip(file, "word/document.xml");
      case XLSX -> checkZip(file, "xl/workbook.xml");
      case ODT -> checkZip(file, "content.xml");
      case RTF -> require(startsWith(file, "{\\rtf"), "office.not-what-it-says");
      case HTML, TXT -> checkText(file);
    }
  }

  private static void require(boolean good, String key) {
    if (!good) {
      Refusal.Kind kind =
          key.equals("office.too-large") ? Refusal.Kind.TOO_LARGE : Refusal.Kind.UNSUPPORTED_TYPE;
      throw Refusal.of(kind, key);
    }
  }

  private void checkZip(Path file, String mainEntry) throws IOException {
    require(startsWith(file, "PK\3\4"), "office.not-what-it-says");
    try (var zip = new ZipFile(file.toFile())) {
      require(zip.size() <= MAX_ENTRIES, "office.too-large");
      if (this == ODT) {
        require(mediaType.equals(mimetype(zip)), "office.not-what-it-says");
      } else {
        require(zip.getEntry("[Content_Types].xml") != null, "office.not-what-it-says");
      }
      require(zip.getEntry(mainEntry) != null, "office.not-what-it-says");
      readThrough(zip, Files.size(file));
    } catch (ZipException e) {
      throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "office.damaged");
    }
  }

  private static String mimetype(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry("mimetype");
    if (entry == null) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(200), StandardCharsets.US_ASCII).trim();
    }
  }

  /** Inflates every entry once: a spoilt byte shows in a checksum, a bomb in the running total. */
  private static void readThrough(ZipFile zip, long packed) throws IOException {
    long most = Math.min(MAX_UNPACKED, Math.max(RATIO_MATTERS_FROM, packed * MAX_RATIO));
    var buffer = new byte[64 * 1024];
    long total = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      var checksum = new java.util.zip.CRC32();
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          total += read;
          require(total <= most, "office.too-large");
          checksum.update(buffer, 0, read);
        }
      } catch (java.io.EOFException e) {
        require(false, "office.damaged");
      }
      require(entry.getCrc() < 0 || entry.getCrc() == checksum.getValue(), "office.damaged");
    }
  }

  private static boolean startsWith(Path file, String magic) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(magic.length());
      return Arrays.equals(head, magic.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private void checkText(Path file) throws IOException {
    require(Files.size(file) <= MAX_TEXT, "office.too-large");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(64 * 1024);
      boolean wide = charset(file).name().startsWith("UTF-16");
      for (byte b : head) {
        boolean control = b >= 0 && b < ' ' && "\t\n\f\r\u001b".indexOf(b) < 0;
        require(wide || !control, "office.not-what-it-says");
      }
      if (this == HTML) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        require(start.matches("(?s).*<\\s*[!a-zA-Z].*"), "office.not-what-it-says");
      }
    }
  }

  /** UTF-16 by its mark, UTF-8 when it decodes, else Windows-1252, which decodes anything. */
  public static Charset charset(Path text) throws IOException {
    try (InputStream in = Files.newInputStream(text)) {
      byte[] mark = in.readNBytes(2);
      if (mark.length == 2 && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe) {
        return StandardCharsets.UTF_16LE;
      }
      if (mark.length == 2 && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return decodes(Files.readAllBytes(text))
        ? StandardCharsets.UTF_8
        : Charset.forName("windows-1252");
  }

  private static boolean decodes(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    var out = java.nio.CharBuffer.allocate(8192);
    var in = ByteBuffer.wrap(bytes);
    try {
      while (true) {
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
          result.throwException();
        }
        if (result.isUnderflow()) {
          return true;
        }
        out.clear();
      }
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
