package fr.vaguemestre.signing.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * The glyphs of one page, each with its place on the paper and its place in the content stream, so
 * that a piece of text can be found however it was cut up, and taken out for good.
 */
final class PageText extends PDFStreamEngine {

  /**
   * One glyph as shown.
   *
   * @param show rank of the Tj or TJ operator in the page's own stream; -1 inside a form
   * @param string rank of the string in that operator's operand
   * @param from first byte of its code in that string
   * @param to after its last byte
   * @param advance what it moves the pen by, in thousandths of the font size
   */
  record Glyph(
      int show,
      int string,
      int from,
      int to,
      float advance,
      String text,
      float x,
      float y,
      float width,
      float size) {

    float top() {
      return y + size * 0.75f;
    }

    float bottom() {
      return y - size * 0.25f;
    }
  }

  private final PDPage page;
  private final List<Glyph> glyphs = new ArrayList<>();
  private int show = -1;
  private int string;
  private int forms;
  private int[] codeEnds = {};
  private int code;

  PageText(PDPage page) throws IOException {
    this.page = page;
    addOperator(new BeginText(this));
    addOperator(new EndText(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new NextLine(this));
    addOperator(new SetMatrix(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new SetTextRise(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new Concatenate(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new DrawObject(this));
    processPage(page);
  }

  List<Glyph> glyphs() {
    return glyphs;
  }

  /** Every occurrence, blanks and case ignored, in the order of the stream. */
  List<List<Glyph>> find(String words) {
    List<Glyph> own = glyphs.stream().filter(g -> g.show >= 0 && !g.text.isBlank()).toList();
    var line = new StringBuilder();
    var owner = new ArrayList<Integer>();
    for (int i = 0; i < own.size(); i++) {
      String text = own.get(i).text.toLowerCase(Locale.ROOT);
      line.append(text);
      for (int c = 0; c < text.length(); c++) {
        owner.add(i);
      }
    }
    var found = new ArrayList<List<Glyph>>();
    for (int at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + words.length())) {
      found.add(own.subList(owner.get(at), owner.get(at + words.length() - 1) + 1));
    }
    return found;
  }

  /** Rewrites the page's stream without these glyphs; what follows them stays where it was. */
  void remove(PDDocument document, List<Glyph> removed) throws IOException {
    var byShow = new HashMap<Integer, List<Glyph>>();
    removed.forEach(g -> byShow.computeIfAbsent(g.show, s -> new ArrayList<>()).add(g));
    var tokens = new ArrayList<>(new PDFStreamParser(page).parse());
    int rank = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Operator operator && shows(operator)) {
        rank++;
        if (byShow.containsKey(rank)) {
          tokens.set(i - 1, without((COSBase) tokens.get(i - 1), byShow.get(rank)));
          tokens.set(i, Operator.getOperator("TJ"));
        }
      }
    }
    var stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(tokens);
    }
    page.setContents(stream);
  }

  private static COSArray without(COSBase operand, List<Glyph> removed) {
    List<? extends COSBase> parts =
        operand instanceof COSArray array ? array.toList() : List.of(operand);
    Map<Integer, List<Glyph>> byString = new HashMap<>();
    removed.forEach(g -> byString.computeIfAbsent(g.string, s -> new ArrayList<>()).add(g));
    var kept = new COSArray();
    int rank = -1;
    for (COSBase part : parts) {
      if (!(part instanceof COSString text)) {
        kept.add(part);
        continue;
      }
      rank++;
      byte[] bytes = text.getBytes();
      var rest = new ByteArrayOutputStream();
      int at = 0;
      for (Glyph gone : byString.getOrDefault(rank, List.of())) {
        rest.write(bytes, at, gone.from - at);
        flush(rest, kept);
        kept.add(new COSFloat(-gone.advance));
        at = gone.to;
      }
      rest.write(bytes, at, bytes.length - at);
      flush(rest, kept);
    }
    return kept;
  }

  private static void flush(ByteArrayOutputStream rest, COSArray kept) {
    if (rest.size() > 0) {
      kept.add(new COSString(rest.toByteArray()));
      rest.reset();
    }
  }

  private static boolean shows(Operator operator) {
    return operator.getName().equals("Tj") || operator.getName().equals("TJ");
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (forms == 0 && shows(operator)) {
      show++;
      string = -1;
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    forms++;
    super.showForm(form);
    forms--;
  }

  @Override
  protected void showText(byte[] bytes) throws IOException {
    string++;
    code = 0;
    PDFont font = getGraphicsState().getTextState().getFont();
    var ends = new ArrayList<Integer>();
    var in = new ByteArrayInputStream(bytes);
    while (font != null && in.available() > 0) {
      font.readCode(in);
      ends.add(bytes.length - in.available());
    }
    codeEnds = ends.stream().mapToInt(Integer::intValue).toArray();
    super.showText(bytes);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int glyph, Vector displacement)
      throws IOException {
    PDTextState state = getGraphicsState().getTextState();
    int from = code == 0 ? 0 : codeEnds[code - 1];
    int to = codeEnds[code++];
    boolean space = glyph == 32 && to - from == 1;
    float spacing = state.getCharacterSpacing() + (space ? state.getWordSpacing() : 0);
    float advance = 1000 * (displacement.getX() + spacing / state.getFontSize());
    String text = font.toUnicode(glyph);
    glyphs.add(
        new Glyph(
            forms == 0 ? show : -1,
            string,
            from,
            to,
            advance,
            text == null ? "" : text,
            matrix.getTranslateX(),
            matrix.getTranslateY(),
            displacement.getX() * matrix.getScalingFactorX(),
            matrix.getScalingFactorY()));
  }
}
