package fr.vaguemestre.evidence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.JournalSealer;
import fr.vaguemestre.platform.Words;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A letter's journal taken out as evidence (CIR8): the entries with their place in the town's
 * chain, signed by the town, and the same on paper. It is always whole, whatever the screen showed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalEvidence {
  static final String JSON = "journal.json";
  static final String JWS = "journal.json.jws";
  private static final Words WORDS = new Words(JournalEvidence.class.getClassLoader());

  @Inject EvidenceRecords records;
  @Inject EvidenceKeys keys;
  @Inject JournalSealer sealer;

  /** A zip and the name to save it under. */
  public record Bundle(String name, byte[] zip) {}

  /**
   * On paper in French.
   *
   * @throws fr.vaguemestre.platform.Refusal NOT_FOUND when the reader does not see the letter
   */
  public Bundle export(Reader reader, long letter) {
    records.told(reader, letter);
    sealer.seal();
    var export = records.export(reader, letter);
    var json = JournalFile.json(export);
    var key = keys.current();
    var paper = new JournalPaper(export, json, key.id(), JournalEvidence::called);
    var files = new LinkedHashMap<String, byte[]>();
    files.put(JSON, json);
    files.put(JWS, text(Jws.sign(json, key) + "\n"));
    files.put("journal.pdf", paper.pdf());
    files.put("cle-publique.pem", text(key.pem()));
    files.put("LISEZ-MOI.txt", read("/templates/journal-evidence.txt"));
    var chrono = export.chrono().replaceAll("[^A-Za-z0-9]+", "-");
    return new Bundle("journal-" + chrono + ".zip", zip(files));
  }

  private static String called(String action) {
    return WORDS.find(Locale.FRENCH, "journal.action." + action).orElse(action);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] read(String resource) {
    try (var in = JournalEvidence.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }
}
