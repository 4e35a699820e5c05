package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.SplittableRandom;

/** PDFs written by hand, so that their size and their faults are known. */
public final class SamplePdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ArrayList<Integer> offsets = new ArrayList<>();
  private int tree;

  private SamplePdf() {
    text("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
  }

  /**
   * One page that says {@code words}, with noise that does not compress up to about {@code size}
   * bytes. The same arguments give the same bytes.
   */
  public static byte[] of(String words, int size, long seed) {
    var pdf = new SamplePdf();
    pdf.pages(words, 1);
    var noise = new byte[Math.max(1, size - pdf.out.size() - 400)];
    new SplittableRandom(seed).nextBytes(noise);
    pdf.stream("", noise);
    return pdf.end("");
  }

  /** As many pages, each saying {@code words}. */
  public static byte[] ofPages(String words, int pages) {
    var pdf = new SamplePdf();
    pdf.pages(words, pages);
    return pdf.end("");
  }

  /** One page, and a script that runs when the document is opened. */
  public static byte[] withScript(String words, String script) {
    var pdf = new SamplePdf();
    pdf.pages(words, 1);
    return pdf.end(" /OpenAction << /S /JavaScript /JS (" + script + ") >>");
  }

  /** One page that is a JPEG and nothing else. */
  static byte[] ofPicture(byte[] jpeg, int width, int height) {
    var pdf = new SamplePdf();
    pdf.stream(
        " /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
            .formatted(width, height),
        jpeg);
    pdf.stream("", "595 0 0 842 0 0 cm /Im1 Do".getBytes(ISO_8859_1));
    pdf.tree = 4;
    pdf.object(
        "<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 2 0 R /Resources << /XObject << /Im1 1 0 R >> >> >>");
    pdf.object("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
    return pdf.end("");
  }

  private void pages(String words, int count) {
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    var shown = "BT /F1 12 Tf 60 760 Td (" + words.replaceAll("[()\\\\]", " ") + ") Tj ET";
    stream("", shown.getBytes(ISO_8859_1));
    var kids = new StringBuilder();
    tree = 3 + count;
    for (int i = 0; i < count; i++) {
      object(
          "<< /Type /Page /Parent "
              + tree
              + " 0 R /MediaBox [0 0 595 842] /Contents 2 0 R /Resources << /Font << /F1 1 0 R >> >> >>");
      kids.append(3 + i).append(" 0 R ");
    }
    object("<< /Type /Pages /Count " + count + " /Kids [" + kids + "] >>");
  }

  private byte[] end(String catalogue) {
    object("<< /Type /Catalog /Pages " + tree + " 0 R" + catalogue + " >>");
    int root = offsets.size();
    int table = out.size();
    text("xref\n0 " + (root + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(at -> text(String.format("%010d 00000 n \n", at)));
    text("trailer\n<< /Size " + (root + 1) + " /Root " + root + " 0 R >>\n");
    text("startxref\n" + table + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void object(String body) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
  }

  private void stream(String dictionary, byte[] bytes) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n<< /Length " + bytes.length + dictionary + " >>\nstream\n");
    out.writeBytes(bytes);
    text("\nendstream\nendobj\n");
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }
}
