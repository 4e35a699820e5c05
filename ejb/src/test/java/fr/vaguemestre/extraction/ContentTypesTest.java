package fr.vaguemestre.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTypesTest {

  @TempDir Path folder;

  @Test
  void bytes_tell_the_type_and_the_name_whether_it_agrees() throws IOException {
    assertThat(detect("%PDF-1.7\n", "a.pdf")).isEqualTo(ContentType.PDF);
    assertThat(detect("\u0089PNG\r\n\u001A\n", "a.png")).isEqualTo(ContentType.PNG);
    assertThat(detect("II*\0", "a.tif")).isEqualTo(ContentType.TIFF);
    assertThat(detect("\u00FF\u00D8\u00FF\u00E0", "a.jpg")).isEqualTo(ContentType.JPEG);
    assertThat(detect("{\\rtf1}", "a.rtf")).isEqualTo(ContentType.RTF);
    assertThat(detect("Bonjour à tous", "a.txt")).isEqualTo(ContentType.TXT);
    assertThat(detect("Received: by x\r\nFrom: a@b.fr\r\n\r\nBonjour", "a.eml"))
        .isEqualTo(ContentType.EML);
    var lie = ContentTypes.detect(file("\u0089PNG\r\n\u001A\n".getBytes(ISO_8859_1)), "lettre.pdf");
    assertThat(lie.type()).isEqualTo(ContentType.PNG);
    assertThat(lie.nameAgrees()).isFalse();
  }

  @Test
  void a_letter_that_opens_like_a_header_is_text() throws IOException {
    assertThat(detect("Objet : stationnement\nDate : 12 mars\n\nBonjour", "a.txt"))
        .isEqualTo(ContentType.TXT);
  }

  @Test
  void programs_pages_archives_and_macros_are_refused() throws IOException {
    assertThat(refusal("\u007FELF\0\0")).isEqualTo("extraction.type-not-accepted");
    assertThat(refusal("<html><script>")).isEqualTo("extraction.type-not-accepted");
    assertThat(refusal("#!/bin/sh\n")).isEqualTo("extraction.type-not-accepted");
    assertThat(ContentTypes.detect(zip("x.txt"), "a.docx").refusal())
        .isEqualTo("extraction.type-not-accepted");
    var macro = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
    assertThat(ContentTypes.detect(macro, "a.docx").refusal()).isEqualTo("extraction.macros");
    var plain = zip("[Content_Types].xml", "word/document.xml");
    assertThat(ContentTypes.detect(plain, "a.docx").type()).isEqualTo(ContentType.DOCX);
    assertThat(refusal("")).isEqualTo("extraction.empty");
  }

  @Test
  void hostile_bytes_get_an_answer_and_no_exception() throws IOException {
    var random = new Random(3);
    var whole = Files.readAllBytes(zip("[Content_Types].xml", "word/document.xml"));
    var compound = new byte[4096];
    System.arraycopy(
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1".getBytes(ISO_8859_1), 0, compound, 0, 8);
    for (int round = 0; round < 2000; round++) {
      var bytes = Arrays.copyOf(round % 2 == 0 ? whole : compound, 1 + random.nextInt(4096));
      for (int flips = 0; flips < 20 && bytes.length > 10; flips++) {
        bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
      }
      var detected = ContentTypes.detect(file(bytes), "a.docx");
      assertThat(detected.type() == null).isEqualTo(detected.refusal() != null);
    }
  }

  private ContentType detect(String bytes, String name) throws IOException {
    var detected = ContentTypes.detect(file(bytes.getBytes(ISO_8859_1)), name);
    assertThat(detected.nameAgrees()).isTrue();
    return detected.type();
  }

  private String refusal(String bytes) throws IOException {
    return ContentTypes.detect(file(bytes.getBytes(ISO_8859_1)), "a.pdf").refusal();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  private Path zip(String... names) throws IOException {
    var file = folder.resolve("zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(ISO_8859_1));
      }
    }
    return file;
  }
}
