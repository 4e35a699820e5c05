package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.IndexedLetter;
import fr.vaguemestre.search.Moment;
import fr.vaguemestre.search.Part;
import fr.vaguemestre.search.Trait;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** How a letter lies in the index. */
final class Fields {
  /** Changes whenever a letter would be indexed otherwise: older indexes are then filled anew. */
  static final String LAYOUT = "4";

  static final String ID = "id";

  /** Who may see it, to be filtered by and to be read again. */
  static final String ACL = "acl";

  static final String NOTES_ACL = "nacl";
  static final String DAY = "day";

  /** Stemmed words of everything but the notes. */
  static final String STEM = "t";

  /** The same words as they are written. */
  static final String EXACT = "x";

  /** Years since {@link #EPOCH} as a feature: what the age of a letter adds to its score. */
  static final String RECENT = "recent";

  static final String NOTES_STEM = "nt";
  static final String NOTES_EXACT = "nx";

  /** Words of notes kept to some, each with the token that opens it ({@link KeptNotes}). */
  static final String KEPT_STEM = "kt";

  static final String KEPT_EXACT = "kx";
  static final String KEPT = "kept";

  /** Numbers without punctuation. */
  static final String NUMBER = "num";

  static final String TEXT = "text";
  static final String REPLY = "reply";
  static final String NOTES = "notes";

  /** Chars of each text kept for snippets; beyond, words are found but not shown. */
  private static final int SHOWN = 100_000;

  /** Letters older than this are all old alike. */
  private static final LocalDate EPOCH = LocalDate.of(2010, 1, 1);

  private static final FieldType WORDS = words();

  private Fields() {}

  static boolean stemmed(String field) {
    return field.equals(STEM) || field.equals(NOTES_STEM);
  }

  static String day(Moment moment) {
    return moment == Moment.ARRIVAL ? DAY : DAY + "." + lower(moment);
  }

  static String trait(Trait trait) {
    return "k." + lower(trait);
  }

  static String part(Part part) {
    return "p." + lower(part);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String facet(Facet facet) {
    return "f." + lower(facet);
  }

  static Document document(IndexedLetter letter) {
    var doc = new Document();
    doc.add(new StringField(ID, Long.toString(letter.id()), Field.Store.NO));
    doc.add(new NumericDocValuesField(ID, letter.id()));
    for (var token : letter.tokens()) {
      doc.add(new KeywordField(ACL, token, Field.Store.NO));
    }
    for (var head : new String[] {letter.subject(), letter.sender(), letter.chrono()}) {
      text(doc, head, STEM, EXACT);
      weighed(doc, head);
    }
    text(doc, letter.text(), STEM, EXACT);
    text(doc, letter.reply(), STEM, EXACT);
    shown(doc, TEXT, letter.text());
    shown(doc, REPLY, letter.reply());
    if (!letter.notes().isBlank() && !letter.notesTokens().isEmpty()) {
      text(doc, letter.notes(), NOTES_STEM, NOTES_EXACT);
      shown(doc, NOTES, letter.notes());
      for (var token : letter.notesTokens()) {
        doc.add(new StringField(NOTES_ACL, token, Field.Store.YES));
      }
    }
    if (!letter.keptNotes().isEmpty()) {
      doc.add(new Field(KEPT_STEM, KeptNotes.terms(letter.keptNotes(), true), WORDS));
      doc.add(new Field(KEPT_EXACT, KeptNotes.terms(letter.keptNotes(), false), WORDS));
      letter.keptNotes().forEach((token, note) -> shown(doc, KEPT, KeptNotes.shown(token, note)));
    }
    for (var number : letter.numbers()) {
      text(doc, number, STEM, EXACT);
    }
    for (var number : Numbers.keys(letter.chrono(), letter.numbers())) {
      doc.add(new StringField(NUMBER, number, Field.Store.NO));
    }
    letter
        .days()
        .forEach(
            (moment, day) -> doc.add(new LongField(day(moment), day.toEpochDay(), Field.Store.NO)));
    if (letter.arrival() != null) {
      doc.add(new FeatureField(RECENT, "years", years(letter.arrival())));
    }
    letter.facets().forEach((facet, codes) -> facet(doc, facet, codes));
    letter
        .traits()
        .forEach(
            (trait, codes) ->
                codes.forEach(c -> doc.add(new StringField(trait(trait), c, Field.Store.NO))));
    letter.parts().forEach((part, words) -> doc.add(new Field(part(part), words, WORDS)));
    return doc;
  }

  private static void facet(Document doc, Facet facet, Collection<String> codes) {
    for (var code : new TreeSet<>(codes)) {
      doc.add(new KeywordField(facet(facet), code, Field.Store.NO));
    }
  }

  private static void text(Document doc, String value, String stem, String exact) {
    if (!value.isBlank()) {
      doc.add(new Field(stem, value, WORDS));
      doc.add(new Field(exact, value, WORDS));
    }
  }

  /** What names a letter counts three times in the ranking. */
  private static void weighed(Document doc, String value) {
    if (!value.isBlank()) {
      doc.add(new Field(STEM, value, WORDS));
      doc.add(new Field(STEM, value, WORDS));
    }
  }

  private static float years(LocalDate day) {
    return Math.max(0.1f, (day.toEpochDay() - EPOCH.toEpochDay()) / 365.25f);
  }

  private static void shown(Document doc, String field, String value) {
    if (!value.isBlank()) {
      doc.add(new StoredField(field, value.length() > SHOWN ? value.substring(0, SHOWN) : value));
    }
  }

  private static FieldType words() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }
}
