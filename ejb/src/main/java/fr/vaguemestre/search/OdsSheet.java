package fr.vaguemestre.search;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * OpenDocument spreadsheet (ISO/IEC 26300), written as it goes. Every text is a cell of type string
 * and every day one of type date: nothing typed by people is ever computed.
 */
final class OdsSheet implements ResultSheet {
  static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">\
      <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="%s"/>\
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
      """
          .formatted(TYPE);
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
      office:version="1.2"><office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/>\
      <number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>\
      </number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>\
      </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="%s">""";
  private static final String FOOT =
      "</table:table></office:spreadsheet></office:body></office:document-content>";

  private final ZipOutputStream zip;

  OdsSheet(OutputStream out, String name, List<String> columns) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    stored("mimetype", TYPE);
    zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
    write(MANIFEST);
    zip.putNextEntry(new ZipEntry("content.xml"));
    write(HEAD.formatted(escaped(name)));
    row(columns);
  }

  @Override
  public void row(List<?> cells) throws IOException {
    var row = new StringBuilder("<table:table-row>");
    for (var cell : cells) {
      switch (cell) {
        case null -> row.append("<table:table-cell/>");
        case LocalDate day ->
            row.append(
                    "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"")
                .append(day)
                .append("\"/>");
        default ->
            row.append("<table:table-cell office:value-type=\"string\"><text:p>")
                .append(escaped(cell.toString()))
                .append("</text:p></table:table-cell>");
      }
    }
    write(row.append("</table:table-row>").toString());
  }

  @Override
  public void close() throws IOException {
    write(FOOT);
    zip.close();
  }

  /** The type comes first and plain, so that the file is known by its first bytes. */
  private void stored(String name, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  private void write(String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What XML 1.0 cannot hold becomes a space. */
  private static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(inXml(c) ? c : ' ');
              }
            });
    return safe.toString();
  }

  private static boolean inXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
