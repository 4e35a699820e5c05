package fr.vaguemestre.office.jod;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.vaguemestre.office.OfficeSamples;
import fr.vaguemestre.office.OfficeType;
import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents brought from outside are not templates, and no check of ours stands before the office:
 * what they carry is neither fetched nor run, and what they blow up is the office, which comes
 * back.
 */
class HostileDocumentTest {
  private static final String MANIFEST =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest"
          + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
          + " manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\""
          + " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>";

  private static final String DRAWN =
      """
      <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">\
      <wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/>\
      <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>\
      <pic:blipFill><a:blip r:link="rId7"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
      <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
      </wp:inline></w:drawing></w:r></w:p>""";

  @TempDir static Path work;
  private static LibreOfficeConverter office;

  @TempDir Path folder;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer spy;
  private String out;

  @BeforeAll
  static void open() {
    office = new LibreOfficeConverter(LibreOfficeSettings.usual(work));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void listen() throws IOException {
    spy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    spy.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    spy.start();
    out = "http://127.0.0.1:" + spy.getAddress().getPort() + "/";
  }

  @AfterEach
  void nobodyCalled() {
    spy.stop(0);
    assertThat(calls).isEmpty();
  }

  @Test
  void REP2_a_docx_fetches_no_picture_no_text_and_no_template() throws IOException {
    var relations =
        """
        <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId7" TargetMode="External" Type="%1$s/image" Target="%2$simage.png"/>\
        <Relationship Id="rId8" TargetMode="External" Type="%1$s/settings" Target="%2$ssettings"/>\
        <Relationship Id="rId9" TargetMode="External" Type="%1$s/oleObject" Target="%2$sole"/></Relationships>
        """
            .formatted("http://schemas.openxmlformats.org/officeDocument/2006/relationships", out);
    var body =
        "<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>"
            + field("INCLUDEPICTURE \"" + out + "field.png\" \\d")
            + field("INCLUDETEXT \"" + out + "text.docx\"")
            + field("DDEAUTO cmd \"/c curl " + out + "\"")
            + "<w:p><w:r><w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape"
            + " style=\"width:9pt;height:9pt\"><v:imagedata r:id=\"rId7\" src=\""
            + out
            + "vml.png\"/></v:shape></w:pict></w:r></w:p>"
            + DRAWN;
    convert(
        OfficeType.DOCX,
        OfficeSamples.docxBody(
            body,
            Map.of(
                "word/_rels/document.xml.rels",
                relations,
                "word/_rels/settings.xml.rels",
                OfficeSamples.relation("attachedTemplate", out + "t.dotm"))));
  }

  @Test
  void REP2_an_odt_fetches_no_picture_no_section_and_no_object() throws IOException {
    var body =
        "<text:p>Bonjour</text:p><text:section text:name=\"s\"><text:section-source xlink:href=\""
            + out
            + "section.odt\"/><text:p/></text:section><text:p><draw:frame draw:name=\"f\""
            + " text:anchor-type=\"as-char\"><draw:image xlink:href=\""
            + out
            + "image.svg\" xlink:actuate=\"onLoad\"/></draw:frame><draw:frame draw:name=\"g\""
            + " text:anchor-type=\"as-char\"><draw:object xlink:href=\""
            + out
            + "object.ods\"/></draw:frame><draw:frame draw:name=\"h\""
            + " text:anchor-type=\"as-char\"><draw:floating-frame xlink:href=\""
            + out
            + "frame.html\"/></draw:frame></text:p>";
    convert(OfficeType.ODT, OfficeSamples.odtBody(body));
  }

  @Test
  void REP2_an_odt_runs_no_macro_when_it_opens() throws IOException {
    var proof = folder.resolve("ran");
    var basic =
        """
        <?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" \
        script:name="Module1" script:language="StarBasic">Sub Main
          Shell("/usr/bin/touch", 0, "%1$s", True)
          n = FreeFile
          Open "%1$s" For Output As #n
          Close #n
        End Sub</script:module>
        """
            .formatted(proof);
    var library =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><library:library"
            + " xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\""
            + " library:readonly=\"false\" library:passwordprotected=\"false\"><library:element"
            + " library:name=\"Module1\"/></library:library>";
    var libraries =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><library:libraries"
            + " xmlns:library=\"http://openoffice.org/2000/library\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><library:library"
            + " library:name=\"Standard\" library:link=\"false\"/></library:libraries>";
    var content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " xmlns:dom=\"http://www.w3.org/2001/xml-events\" office:version=\"1.2\">"
            + "<office:scripts><office:event-listeners><script:event-listener"
            + " script:language=\"ooo:script\" script:event-name=\"dom:load\""
            + " xlink:href=\"vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document\""
            + " xlink:type=\"simple\"/></office:event-listeners></office:scripts>"
            + "<office:body><office:text><text:p>Bonjour</text:p></office:text></office:body>"
            + "</office:document-content>";
    var manifest = new StringBuilder(MANIFEST);
    var parts =
        Map.of(
            "content.xml",
            content,
            "Basic/script-lc.xml",
            libraries,
            "Basic/Standard/script-lb.xml",
            library,
            "Basic/Standard/Module1.xml",
            basic);
    parts
        .keySet()
        .forEach(
            name ->
                manifest.append(
                    "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>"
                        .formatted(name)));
    var all = new LinkedHashMap<>(parts);
    all.put("META-INF/manifest.xml", manifest + "</manifest:manifest>");
    convert(OfficeType.ODT, OfficeSamples.odtBody("", all));
    assertThat(proof).doesNotExist();
  }

  @Test
  void REP2_entities_that_expand_without_end_do_not_stop_the_office() throws IOException {
    var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    var body = "<w:body><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:body></w:document>";
    laughs.append("]><w:document ").append(OfficeSamples.W).append('>').append(body);
    attempt(
        OfficeType.DOCX,
        OfficeSamples.docxBody("", Map.of("word/document.xml", laughs.toString())));
    assertThat(convert(OfficeType.TXT, "encore".getBytes())).isNotEmptyFile();
  }

  private static String field(String instruction) {
    return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
        + instruction.replace("&", "&amp;")
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t>"
        + "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
  }

  private Path convert(OfficeType type, byte[] bytes) throws IOException {
    return office.toPdf(Files.write(folder.resolve("document"), bytes), type.mediaType(), folder);
  }

  private void attempt(OfficeType type, byte[] bytes) throws IOException {
    try {
      convert(type, bytes);
    } catch (Refusal e) {
      assertThat(e.key()).startsWith("office.");
    }
  }
}
