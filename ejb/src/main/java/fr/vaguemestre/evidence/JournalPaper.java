package fr.vaguemestre.evidence;

import fr.vaguemestre.evidence.pdf.TextPaper;
import fr.vaguemestre.journal.SealedEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The journal of a letter for people; it names the file that proves it by its SHA-256. */
final class JournalPaper {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm:ss", Locale.FRENCH);

  private final Export export;
  private final UnaryOperator<String> words;
  private final TextPaper paper;

  JournalPaper(Export export, byte[] json, String key, UnaryOperator<String> words) {
    this.export = export;
    this.words = words;
    paper = new TextPaper("Journal de " + export.chrono() + " · empreinte " + sha256(json));
    paper.heading("Journal du courrier " + export.chrono());
    paper.text(export.subject());
    paper.text(export.town().name());
    paper.small("Exporté le %s par %s".formatted(moment(export.at()), export.byName()));
    paper.small("Empreinte SHA-256 de journal.json : " + sha256(json));
    paper.small("Signé par la clé de la ville " + key + " (journal.json.jws)");
    export.entries().forEach(this::entry);
  }

  byte[] pdf() {
    return paper.bytes();
  }

  private void entry(SealedEntry sealed) {
    var entry = sealed.entry();
    paper.gap();
    paper.text(moment(entry.at()) + " — " + words.apply(entry.action()));
    paper.small(
        sealed.actor()
            + (sealed.inPlaceOf() == null ? "" : ", en l’absence de " + sealed.inPlaceOf())
            + (entry.before() == null ? "" : " — de " + entry.before() + " à " + entry.after())
            + (entry.facts().isEmpty() ? "" : " — " + entry.facts()));
    if (sealed.words() != null) {
      paper.text("« " + sealed.words() + " »");
    }
    paper.small(
        sealed.number() == null
            ? "Pas encore scellée à l’export"
            : "Scellé %d : %s".formatted(sealed.number(), sealed.hash()));
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(export.town().zone()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
