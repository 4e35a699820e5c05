package fr.vaguemestre.evidence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.JournalSealer;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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

  @Inject EvidenceRecords records;
  @Inject EvidenceKeys keys;
  @Inject JournalSealer sealer;

  /** A zip and the name to save it under. */
  public record Bundle(String name, byte[] zip) {}

  /**
   * @param words what an action's code is called on paper
   * @throws fr.vaguemestre.platform.Refusal NOT_FOUND when the reader does not see the letter
   */
  public Bundle export(Reader reader, long letter, UnaryOperator<String> words) {
    records.told(reader, letter);
    sealer.seal();
    var export = records.export(reader, letter);
    var json = JournalFile.json(export);
    var key = keys.current();
    var paper = new JournalPaper(export, json, key.id(), words);
    var files = new LinkedHashMap<String, byte[]>();
    files.put(JSON, json);
    files.put(JWS, text(Jws.sign(json, key) + "\n"));
    files.put("journal.pdf", paper.pdf());
    files.put("cle-publique.pem", text(key.pem()));
    files.put("LISEZ-MOI.txt", read("/templates/journal-evidence.txt"));
    var chrono = export.chrono().replaceAll("[^A-Za-z0-9]+", "-");
    return new Bundle("journal-" + chrono + ".zip", zip(files));
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
