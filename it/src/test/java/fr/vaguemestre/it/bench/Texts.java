package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;

/**
 * One document for each letter of the {@link Crowd}, read already: its row, its text, and on wish
 * its file. Written by parts, in what PostgreSQL takes fastest: what was cut short goes on where it
 * was. Every {@value #FILES} letters share the same files.
 */
final class Texts {
  static final long DOCUMENT = 5_000_000_000L;
  private static final int PART = 20_000;
  private static final int FILES = 100_000;
  private static final int SIZE = 10_000;

  private Texts() {}

  /** Gives a text to each letter of a crowd of so many that has none. */
  static void make(int letters) {
    try (var connection = Crowd.replica()) {
      connection.setAutoCommit(false);
      int there =
          (int)
              Crowd.number(
                  connection,
                  "select coalesce(max(document_id), %1$d) - %1$d from document_text where tenant_id = %2$d and document_id > %1$d"
                      .formatted(DOCUMENT, Crowd.TOWN));
      long clerk =
          Crowd.number(
              connection,
              "select id from agent where tenant_id = %d and login = 'courrier'"
                  .formatted(Crowd.TOWN));
      var addresses = there < letters ? addresses(letters) : List.<String>of();
      for (int first = there + 1; first <= letters; first += PART) {
        int last = Math.min(letters, first + PART - 1);
        documents(connection, first, last, addresses, clerk);
        texts(connection, first, last);
        connection.commit();
      }
      if (there < letters) {
        Crowd.tidy(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts the files of so many letters where the content store has them. */
  static void files(int letters) {
    var store = BenchServer.data().resolve("content").resolve("" + Crowd.TOWN);
    try {
      for (int n = 0; n < Math.min(FILES, letters); n++) {
        var bytes = bytes(n);
        var address = sha256(bytes);
        var file = store.resolve(address.substring(0, 2)).resolve(address);
        if (!Files.exists(file) || Files.size(file) != SIZE) {
          Files.createDirectories(file.getParent());
          Files.write(file, bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void documents(
      Connection connection, int first, int last, List<String> addresses, long clerk)
      throws SQLException {
    var rows = new StringBuilder();
    for (int n = first; n <= last; n++) {
      rows.append(Crowd.TOWN).append('\t').append(DOCUMENT + n).append("\t1\t");
      rows.append(Crowd.LETTER + n).append("\tMAIN\tlettre.pdf\tapplication/pdf\t").append(SIZE);
      rows.append('\t').append(addresses.get(n % addresses.size())).append("\t0\tDONE\t1\t1\t");
      rows.append("2026-01-01 00:00:00+00\t").append(clerk).append('\n');
    }
    copy(
        connection,
        "document (tenant_id, id, version, correspondence_id, role, name, media_type, size_bytes, sha256, position, extraction,"
            + " pages, pages_read, added_at, added_by)",
        rows);
  }

  private static void texts(Connection connection, int first, int last) throws SQLException {
    for (int from = first; from <= last; from += 1000) {
      var rows = new StringBuilder();
      for (int n = from; n <= Math.min(last, from + 999); n++) {
        rows.append(Crowd.TOWN).append('\t').append(DOCUMENT + n).append('\t');
        rows.append(FrenchText.of(n).replace("\n", "\\n")).append('\n');
      }
      copy(connection, "document_text (tenant_id, document_id, body)", rows);
    }
  }

  /** In the text form of COPY: fields between tabs, no backslash but for an end of line. */
  private static void copy(Connection connection, String into, StringBuilder rows)
      throws SQLException {
    var bytes = rows.toString().getBytes(UTF_8);
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + into + " from stdin with (encoding 'UTF8')");
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }

  private static List<String> addresses(int letters) {
    var addresses = new ArrayList<String>();
    for (int n = 0; n < Math.min(FILES, letters); n++) {
      addresses.add(sha256(bytes(n)));
    }
    return addresses;
  }

  private static byte[] bytes(int number) {
    var bytes = new byte[SIZE];
    new SplittableRandom(number).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
