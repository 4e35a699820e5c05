package fr.vaguemestre.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every converter owes its callers. */
public abstract class DocumentConverterContract {
  @TempDir protected Path folder;

  protected abstract DocumentConverter converter();

  @Test
  void a_docx_becomes_a_pdf_with_its_text() throws IOException {
    assertThat(textOf(convert(OfficeType.DOCX, OfficeSamples.docx("Bonjour Émilie"))))
        .contains("Bonjour Émilie");
  }

  @Test
  void an_odt_becomes_a_pdf_with_its_text() throws IOException {
    assertThat(textOf(convert(OfficeType.ODT, OfficeSamples.odt("Bonjour Émilie"))))
        .contains("Bonjour Émilie");
  }

  @Test
  void an_rtf_becomes_a_pdf_with_its_text() throws IOException {
    byte[] rtf = "{\\rtf1\\ansi Bonjour \\'c9milie\\par}".getBytes();
    assertThat(textOf(convert(OfficeType.RTF, rtf))).contains("Bonjour Émilie");
  }

  @Test
  void plain_text_is_read_in_utf8_and_in_windows_1252() throws IOException {
    byte[] utf8 = "Été à Noël, 3 €".getBytes();
    byte[] windows = "Été à Noël, 3 €".getBytes(Charset.forName("windows-1252"));
    assertThat(textOf(convert(OfficeType.TXT, utf8))).contains("Été à Noël, 3 €");
    assertThat(textOf(convert(OfficeType.TXT, windows))).contains("Été à Noël, 3 €");
  }

  @Test
  void html_becomes_a_pdf_with_its_text() throws IOException {
    byte[] html =
        "<html><head><meta charset='utf-8'></head><body><h1>Bonjour Émilie</h1></body></html>"
            .getBytes();
    assertThat(textOf(convert(OfficeType.HTML, html))).contains("Bonjour Émilie");
  }

  @Test
  void a_type_it_does_not_know_is_refused() {
    refused("office.unsupported-type", "image/png", new byte[] {1, 2, 3});
  }

  @Test
  void a_cut_docx_is_refused_and_not_converted_as_plain_text() throws IOException {
    byte[] whole = OfficeSamples.docx("Bonjour");
    refused("office.damaged", OfficeType.DOCX, Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void a_docx_with_a_spoilt_byte_is_refused() throws IOException {
    byte[] bytes = OfficeSamples.docx("Bonjour".repeat(2000));
    Path file = Files.write(folder.resolve("x.docx"), bytes);
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isPositive();
    }
    int data =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("word/document.xml")
            + 40;
    bytes[data] ^= 0x55;
    refused("office.damaged", OfficeType.DOCX, bytes);
  }

  @Test
  void a_text_file_named_docx_is_refused() {
    refused("office.not-what-it-says", OfficeType.DOCX, "Bonjour".getBytes());
  }

  @Test
  void an_odt_said_to_be_docx_is_refused() throws IOException {
    refused("office.not-what-it-says", OfficeType.DOCX, OfficeSamples.odt("Bonjour"));
  }

  @Test
  void a_binary_said_to_be_text_is_refused() {
    refused("office.not-what-it-says", OfficeType.TXT, new byte[] {'a', 0, 1, 2, 'b'});
  }

  @Test
  void a_zip_bomb_is_refused_before_the_office_sees_it() throws IOException {
    refused("office.too-large", OfficeType.DOCX, OfficeSamples.docxBomb());
  }

  @Test
  void nothing_is_left_in_the_folder_after_a_refusal() throws IOException {
    refused("office.damaged", OfficeType.DOCX, Arrays.copyOf(OfficeSamples.docx("x"), 300));
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.endsWith(".pdf"));
    }
  }

  protected Path convert(OfficeType type, byte[] bytes) throws IOException {
    Path source = Files.write(Files.createTempFile(folder, "source", ".bin"), bytes);
    Path pdf = converter().toPdf(source, type.mediaType(), folder);
    assertThat(pdf).exists().hasParent(folder);
    return pdf;
  }

  private void refused(String key, OfficeType type, byte[] bytes) {
    refused(key, type.mediaType(), bytes);
  }

  private void refused(String key, String mediaType, byte[] bytes) {
    assertThatThrownBy(
            () -> {
              Path source = Files.write(folder.resolve("source.bin"), bytes);
              converter().toPdf(source, mediaType, folder);
            })
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  protected static String textOf(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  protected static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.toList();
    }
  }
}
