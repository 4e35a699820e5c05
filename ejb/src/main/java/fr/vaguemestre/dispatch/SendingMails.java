package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.ReplyVersion;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.task.TaskMaterial;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mail of a sending: from whom, and with which files. */
@ApplicationScoped
public class SendingMails {
  /** Of a subject, in characters. */
  private static final int LONGEST = 400;

  /** What may be written to, as a whole; read alike by Java and the database. */
  static final String ADDRESS = "^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+$";

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject ContentStore store;
  @Inject TaskMaterial material;
  @Inject Tenants tenants;

  public OutgoingMail of(Sending sending) {
    var letter = em.find(Correspondence.class, sending.correspondence());
    return new OutgoingMail(
        sending.messageId(),
        OutgoingMail.named(letter.unit().label(), from(letter)),
        null,
        List.of(sending.recipient()),
        sending.subject(),
        sending.body(),
        sending.html(),
        sending.replyVersion() == null
            ? List.of(handed(sending.transmission()))
            : reply(sending, em.find(ReplyVersion.class, sending.replyVersion())),
        Map.of());
  }

  /** Somebody's copy of a letter's reply: this PDF, and the files that leave with the reply. */
  public OutgoingMail copy(
      long correspondence,
      String messageId,
      String to,
      String subject,
      String text,
      String pdfSha256) {
    var letter = em.find(Correspondence.class, correspondence);
    var files = new ArrayList<OutgoingMail.Attachment>();
    var name = "Réponse " + letter.chrono().replace('/', '-') + ".pdf";
    files.add(attachment(name, "application/pdf", pdfSha256));
    files.addAll(joined(correspondence));
    return new OutgoingMail(
        messageId,
        OutgoingMail.named(letter.unit().label(), from(letter)),
        null,
        List.of(to),
        oneLine(subject),
        text,
        null,
        files,
        Map.of());
  }

  /** The unit's address, else the town's; null for neither. */
  public String from(Correspondence letter) {
    return letter.unit().email() != null ? letter.unit().email() : tenants.current().email();
  }

  static boolean isAddress(String text) {
    return text != null && text.matches(ADDRESS);
  }

  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** On one line, and no longer than a subject may be. */
  static String subject(String text) {
    var line = oneLine(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /**
   * The reply first unless the message is the reply, then the files of the tasks that were chosen
   * to leave with it.
   */
  private List<OutgoingMail.Attachment> reply(Sending sending, ReplyVersion version) {
    var all = new ArrayList<OutgoingMail.Attachment>();
    if (!sending.alone()) {
      var name = version.fileName().replaceFirst("\\.[^.]+$", "") + ".pdf";
      all.add(attachment(name, "application/pdf", version.signedSha256()));
    }
    all.addAll(joined(sending.correspondence()));
    return all;
  }

  private List<OutgoingMail.Attachment> joined(long correspondence) {
    return material.joined(correspondence).stream()
        .map(file -> attachment(file.name(), file.mediaType(), file.sha256()))
        .toList();
  }

  private OutgoingMail.Attachment handed(long transmission) {
    return database
        .first(
            sql(
                "select d.* from transmission t join document d on d.tenant_id = t.tenant_id and d.id = t.document_id where t.id = ?",
                transmission),
            row -> attachment(row.text("name"), row.text("media_type"), row.text("sha256")))
        .orElseThrow();
  }

  private OutgoingMail.Attachment attachment(String name, String mediaType, String sha256) {
    try {
      return new OutgoingMail.Attachment(
          name, mediaType, store.file(TenantContext.required(), sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
