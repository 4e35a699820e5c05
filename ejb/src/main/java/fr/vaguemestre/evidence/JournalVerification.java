package fr.vaguemestre.evidence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Checks an exported journal (a zip) or an anchor (a .json, its .jws beside it) against the town it
 * names: its key, its seals. On the command line: {@code vaguemestre journal verify FILE}; ends
 * with 1 and says why when it does not hold.
 */
public final class JournalVerification {
  private static final int LARGEST = 64 << 20;

  private JournalVerification() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].endsWith(".json")) {
      System.exit(anchor(Path.of(arguments[0])));
    }
    try (var zip = new ZipFile(Path.of(arguments[0]).toFile());
        var database = OwnerConnection.open(System.getenv())) {
      System.exit(
          verify(read(zip, JournalEvidence.JSON), read(zip, JournalEvidence.JWS), database));
    } catch (ZipException | IllegalArgumentException e) {
      say("%s : %s", arguments[0], e.getMessage());
      System.exit(1);
    }
  }

  private static int verify(byte[] json, byte[] jws, OwnerConnection database) {
    var check = JournalCheck.of(json);
    var key = key(database, check.town());
    if (key.isEmpty()) {
      say("La ville %s n’a signé aucun export ici.", check.town());
      return 1;
    }
    if (!Jws.holds(new String(jws, StandardCharsets.US_ASCII), json, key.get())) {
      say("La signature n’est pas celle de la ville %s sur ce fichier.", check.town());
      return 1;
    }
    var faults = check.faults(number -> seal(database, check.town(), number));
    faults.forEach(fault -> say("%s : %s", check.chrono(), fault));
    if (faults.isEmpty()) {
      say(
          "%s : signature de %s valide, %d entrées conformes au journal, %d pas encore scellées à l’export",
          check.chrono(), check.town(), check.entries() - check.unsealed(), check.unsealed());
    }
    return faults.isEmpty() ? 0 : 1;
  }

  /** An anchor, whose signature lies beside it. */
  private static int anchor(Path file) throws IOException {
    try (var database = OwnerConnection.open(System.getenv())) {
      var json = Files.readAllBytes(file);
      var jws = Files.readString(file.resolveSibling(file.getFileName() + ".jws"));
      var town = Anchor.File.read(json).town();
      var fault =
          AnchorVerification.fault(
              json, jws, key(database, town), number -> seal(database, town, number));
      say("%s : %s", file, fault.orElse("ancre de " + town + " valide, le journal la suit"));
      return fault.isEmpty() ? 0 : 1;
    } catch (IllegalArgumentException | NoSuchFileException e) {
      say("%s : %s", file, e.getMessage());
      return 1;
    }
  }

  private static Optional<SigningKey> key(OwnerConnection database, String town) {
    return database
        .list(
            sql(
                """
                select s.public_part from town_secret s join tenant t on t.id = s.tenant_id
                 where t.code = ? and s.kind = 'JOURNAL'
                """,
                town),
            row -> SigningKey.of(null, row.bytes("public_part")))
        .stream()
        .findFirst();
  }

  private static Optional<String> seal(OwnerConnection database, String town, long number) {
    return database
        .list(
            sql(
                "select s.hash from journal_seal s join tenant t on t.id = s.tenant_id where t.code = ? and s.number = ?",
                town,
                number),
            row -> row.text("hash"))
        .stream()
        .findFirst();
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new IllegalArgumentException("il manque " + name);
    }
    try (var in = zip.getInputStream(entry)) {
      return in.readNBytes(LARGEST);
    }
  }

  @SuppressWarnings("SystemOut") // a command speaks on its standard output
  private static void say(String format, Object... values) {
    System.out.println(format.formatted(values));
  }
}
