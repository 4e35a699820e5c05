package fr.vaguemestre.extraction.tika;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Documents as a town receives them, good and bad, made in a folder. */
final class Samples {

  static final List<String> LETTER =
      List.of(
          "Madame Hélène Desprès",
          "14, rue de l'Église",
          "38420 Saint-Aubin-les-Forges",
          "",
          "À Monsieur le Maire",
          "Saint-Aubin-les-Forges, le 12 mars 2026",
          "",
          "Objet : stationnement gênant devant l'école Jean-Jaurès",
          "",
          "Monsieur le Maire,",
          "",
          "Je me permets d'attirer votre attention sur les difficultés que nous",
          "rencontrons chaque matin aux abords de l'école Jean-Jaurès. Des véhicules",
          "stationnent sur le trottoir et obligent les élèves à marcher sur la",
          "chaussée, au péril de leur sécurité.",
          "",
          "Plusieurs parents ont déjà signalé ces faits à la police municipale, sans",
          "résultat à ce jour. Nous souhaiterions que des barrières soient installées",
          "et qu'un agent soit présent aux heures d'entrée et de sortie, entre 8 h 15",
          "et 8 h 45, puis entre 16 h 20 et 16 h 50.",
          "",
          "Je vous serais reconnaissante de bien vouloir m'indiquer les suites que la",
          "commune entend donner à cette demande, référence 2026/0417, et vous prie",
          "d'agréer, Monsieur le Maire, l'expression de mes salutations distinguées.",
          "",
          "Hélène Desprès");

  private final Path folder;

  Samples(Path folder) {
    this.folder = folder;
  }

  /** A letter as scanned at {@code dpi}: grey, noise, strokes a little soft. */
  static BufferedImage letter(int dpi) {
    var image =
        new BufferedImage((int) (8.27 * dpi), (int) (11.69 * dpi), BufferedImage.TYPE_BYTE_GRAY);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(40, 40, 40));
    graphics.setFont(new Font(Font.SERIF, Font.PLAIN, dpi * 12 / 72));
    int y = dpi;
    for (var line : LETTER) {
      graphics.drawString(line, dpi * 9 / 10, y);
      y += dpi * 17 / 72;
    }
    graphics.dispose();
    var random = new Random(7);
    var raster = image.getRaster();
    for (int at = 0; at < image.getWidth() * image.getHeight(); at++) {
      int x = at % image.getWidth();
      int row = at / image.getWidth();
      int noisy = (int) (raster.getSample(x, row, 0) + random.nextGaussian() * 18);
      if (random.nextInt(1500) == 0) {
        noisy = random.nextInt(120);
      }
      raster.setSample(x, row, 0, Math.max(0, Math.min(255, noisy)));
    }
    return image;
  }

  static BufferedImage turned(BufferedImage image, double degrees) {
    boolean quarter = Math.abs(degrees) % 180 == 90;
    int width = quarter ? image.getHeight() : image.getWidth();
    int height = quarter ? image.getWidth() : image.getHeight();
    var target = new BufferedImage(width, height, image.getType());
    var graphics = target.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    var turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    turn.rotate(Math.toRadians(degrees));
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return target;
  }

  Path picture(String name, String format, BufferedImage image) throws IOException {
    var file = folder.resolve(name);
    ImageIO.write(image, format, file.toFile());
    return file;
  }

  /**
   * A photo held sideways: the Exif block, after the JFIF one of 18 bytes, says how to turn it (6:
   * a quarter clockwise).
   */
  Path photo(String name, BufferedImage image, int orientation) throws IOException {
    var plain = Files.readAllBytes(picture(name, "jpg", image));
    var exif =
        new byte[] {
          -1,
          (byte) 0xE1,
          0,
          34,
          'E',
          'x',
          'i',
          'f',
          0,
          0,
          'M',
          'M',
          0,
          42,
          0,
          0,
          0,
          8,
          0,
          1,
          1,
          0x12,
          0,
          3,
          0,
          0,
          0,
          1,
          0,
          (byte) orientation,
          0,
          0,
          0,
          0,
          0,
          0
        };
    var whole = new java.io.ByteArrayOutputStream();
    whole.write(plain, 0, 20);
    whole.write(exif);
    whole.write(plain, 20, plain.length - 20);
    return bytes(name, whole.toByteArray());
  }

  Path tiff(String name, BufferedImage... pages) throws IOException {
    var file = folder.resolve(name);
    Files.deleteIfExists(file);
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (var page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    }
    return file;
  }

  Path scannedPdf(String name, BufferedImage... pages) throws IOException {
    try (var document = new PDDocument()) {
      for (var image : pages) {
        boolean wide = image.getWidth() > image.getHeight();
        var size = wide ? new PDRectangle(842, 595) : PDRectangle.A4;
        var page = new PDPage(size);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(
              JPEGFactory.createFromImage(document, image, 0.8f),
              0,
              0,
              size.getWidth(),
              size.getHeight());
        }
      }
      return saved(document, name);
    }
  }

  /** Born digital: {@code lines} on each page. */
  Path pdf(String name, int pages, List<String> lines) throws IOException {
    try (var document = document(pages, lines)) {
      return saved(document, name);
    }
  }

  Path encryptedPdf(String name, String userPassword) throws IOException {
    try (var document = document(1, LETTER)) {
      var policy =
          new StandardProtectionPolicy("proprietaire", userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return saved(document, name);
    }
  }

  Path pdfWithJavaScript(String name) throws IOException {
    try (var document = document(1, LETTER)) {
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('bonjour')"));
      return saved(document, name);
    }
  }

  private static PDDocument document(int pages, List<String> lines) throws IOException {
    var document = new PDDocument();
    var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    for (int number = 1; number <= pages; number++) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 11);
        content.setLeading(15);
        content.newLineAtOffset(60, 780);
        for (var line : lines) {
          content.showText(line.replace("%n", Integer.toString(number)));
          content.newLine();
        }
        content.endText();
      }
    }
    return document;
  }

  private Path saved(PDDocument document, String name) throws IOException {
    var file = folder.resolve(name);
    document.save(file.toFile());
    return file;
  }

  Path bytes(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  Path text(String name, String text) throws IOException {
    return bytes(name, text.getBytes(UTF_8));
  }

  Path firstHalf(String name, Path whole) throws IOException {
    var bytes = Files.readAllBytes(whole);
    return bytes(name, Arrays.copyOf(bytes, bytes.length / 2));
  }

  Path zip(String name, Map<String, String> entries) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        var bytes = entry.getValue().getBytes(UTF_8);
        var written = new ZipEntry(entry.getKey());
        if (entry.getKey().equals("mimetype")) {
          var crc = new java.util.zip.CRC32();
          crc.update(bytes);
          written.setMethod(ZipEntry.STORED);
          written.setSize(bytes.length);
          written.setCrc(crc.getValue());
        }
        zip.putNextEntry(written);
        zip.write(bytes);
      }
    }
    return file;
  }

  Path docx(String name, String text) throws IOException {
    return zip(name, docxEntries("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"));
  }

  private static Map<String, String> docxEntries(String body) {
    var entries = new LinkedHashMap<String, String>();
    entries.put(
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
        """);
    entries.put(
        "_rels/.rels",
        """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>\
        """);
    entries.put(
        "word/document.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
        """
            + body
            + "</w:body></w:document>");
    return entries;
  }

  /** A DOCX of a few megabytes at most whose text is {@code megabytes} long. */
  Path bomb(String name, int megabytes, boolean honest) throws IOException {
    var file = folder.resolve(name);
    var chunk =
        "<w:p><w:r><w:t>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA</w:t></w:r></w:p>"
            .repeat(16_000)
            .getBytes(UTF_8);
    var parts = docxEntries("");
    var document = parts.remove("word/document.xml").split("(?=</w:body>)");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(document[0].getBytes(UTF_8));
      for (long written = 0; written < megabytes * 1_000_000L; written += chunk.length) {
        zip.write(chunk);
      }
      zip.write(document[1].getBytes(UTF_8));
    }
    if (!honest) {
      lieAboutSizes(file);
    }
    return file;
  }

  /** Says in the directory that every part is one byte long. */
  private static void lieAboutSizes(Path file) throws IOException {
    var bytes =
        java.nio.ByteBuffer.wrap(Files.readAllBytes(file)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 46 < bytes.limit(); at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        bytes.putInt(at + 24, 1);
      }
    }
    Files.write(file, bytes.array());
  }

  Path xlsx(String name, String text) throws IOException {
    var entries = new LinkedHashMap<String, String>();
    entries.put(
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>\
        """);
    entries.put(
        "_rels/.rels",
        """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>\
        """);
    entries.put(
        "xl/workbook.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Feuille" sheetId="1" r:id="r1"/></sheets></workbook>\
        """);
    entries.put(
        "xl/_rels/workbook.xml.rels",
        """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>\
        """);
    entries.put(
        "xl/worksheets/sheet1.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>\
        """
            + text
            + "</t></is></c></row></sheetData></worksheet>");
    return zip(name, entries);
  }

  Path odt(String name, String text) throws IOException {
    var entries = new LinkedHashMap<String, String>();
    entries.put("mimetype", "application/vnd.oasis.opendocument.text");
    entries.put(
        "content.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text><text:p>\
        """
            + text
            + "</text:p></office:text></office:body></office:document-content>");
    entries.put(
        "META-INF/manifest.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>\
        """);
    return zip(name, entries);
  }

  Path eml(String name, Path attachment) throws IOException {
    var encoded = java.util.Base64.getMimeEncoder().encodeToString(Files.readAllBytes(attachment));
    return text(
        name,
        """
        From: =?UTF-8?Q?H=C3=A9l=C3=A8ne?= <helene@exemple.fr>
        To: mairie@exemple.fr
        Subject: =?UTF-8?Q?Demande_de_rendez-vous_=C3=A0_la_mairie?=
        Date: Thu, 12 Mar 2026 10:00:00 +0100
        Message-ID: <1@exemple.fr>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=UTF-8

        Bonjour, voici ma demande concernant la crèche.

        --b
        Content-Type: application/pdf; name="piece.pdf"
        Content-Disposition: attachment; filename="piece.pdf"
        Content-Transfer-Encoding: base64

        """
                .replace("\n", "\r\n")
            + encoded
            + "\r\n--b--\r\n");
  }

  /** An Outlook message, written with the POI of the child's class path: POI is not on ours. */
  Path msg(String name, ChildClassPath classPath, String subject, String body) throws Exception {
    var jars = new ArrayList<URL>();
    try (var files = Files.list(classPath.folder().resolve("lib"))) {
      for (var jar : files.toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    var file = folder.resolve(name);
    try (var loader =
            new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        var out = Files.newOutputStream(file)) {
      var type = loader.loadClass("org.apache.poi.poifs.filesystem.POIFSFileSystem");
      var fileSystem = type.getConstructor().newInstance();
      var create = type.getMethod("createDocument", InputStream.class, String.class);
      create.invoke(fileSystem, new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
      create.invoke(
          fileSystem,
          new ByteArrayInputStream("IPM.Note".getBytes(UTF_16LE)),
          "__substg1.0_001A001F");
      create.invoke(
          fileSystem, new ByteArrayInputStream(subject.getBytes(UTF_16LE)), "__substg1.0_0037001F");
      create.invoke(
          fileSystem, new ByteArrayInputStream(body.getBytes(UTF_16LE)), "__substg1.0_1000001F");
      type.getMethod("writeFilesystem", java.io.OutputStream.class).invoke(fileSystem, out);
    }
    return file;
  }
}
