package fr.vaguemestre.batch.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes plain paragraphs as the smallest Word document that office suites open. */
public final class DocxWriter {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String TYPES =
      XML
          + """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" \
          ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
          officedocument.wordprocessingml.document.main+xml"/></Types>\
          """;
  private static final String RELATIONS =
      XML
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
          relationships/officeDocument" Target="word/document.xml"/></Relationships>\
          """;

  /**
   * @param lines one paragraph each; an empty string is an empty line
   */
  public byte[] docx(List<String> lines) {
    StringBuilder document = new StringBuilder(XML);
    document.append(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body>");
    for (String line : lines) {
      document
          .append("<w:p><w:r><w:t xml:space=\"preserve\">")
          .append(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .append("</w:t></w:r></w:p>");
    }
    document.append("</w:body></w:document>");
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        entry(zip, "[Content_Types].xml", TYPES);
        entry(zip, "_rels/.rels", RELATIONS);
        entry(zip, "word/document.xml", document.toString());
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
