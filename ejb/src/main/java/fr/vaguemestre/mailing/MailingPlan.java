package fr.vaguemestre.mailing;

import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.transfer.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a mailing would do.
 *
 * @param columns of the file, in its order: what each is read as, an empty text when it is not
 * @param seal changes with all that would leave, to whom and how; null before it is sealed
 */
public record MailingPlan(
    Map<String, String> columns,
    List<ContactWish> recipients,
    List<Problem> problems,
    String seal) {
  /** Of a seal, in characters. */
  private static final int LENGTH = 40;

  public boolean good() {
    return problems.isEmpty() && !recipients.isEmpty();
  }

  /** With its seal, for this letter at this version. */
  MailingPlan sealed(long letter, long version, MailingWish wish) {
    var all = List.of(letter, version, wish.means(), written(wish.subject()), written(wish.text()));
    var bytes = (all + "\n" + recipients).getBytes(StandardCharsets.UTF_8);
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new MailingPlan(
          columns, recipients, problems, HexFormat.of().formatHex(digest).substring(0, LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String written(String text) {
    return text == null ? "" : text;
  }
}
