package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.reply.ReplyVersion;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.task.TaskMaterial;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

/** The reply leaves: by mail, through an intention carried out after the commit, or by post. */
@Stateless
public class Dispatches {
  /** Of a subject, and of a reason, in characters. */
  private static final int LONGEST = 400;

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.dispatch", Locale.FRENCH);

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Drafts drafts;
  @Inject Outbox outbox;
  @Inject Database database;
  @Inject Readers readers;
  @Inject Tenants tenants;
  @Inject ContentStore store;
  @Inject TaskMaterial material;
  @Inject Clock clock;

  public void send(Reader reader, long letter, long seenVersion, @Valid SendingWish wish) {
    var acting = actions.acting(reader, letter, Action.SEND);
    var found =
        actions.begin(
            acting, letter, seenVersion, Action.SEND, Map.of("means", wish.means()), null);
    var version = drafts.last(letter).orElseThrow();
    var sending =
        new Sending(
            letter,
            version.id(),
            complete(found, wish),
            messageId(),
            acting.actor(),
            acting.inPlaceOf(),
            clock.instant());
    em.persist(sending);
    em.flush();
    if (wish.means() == Means.EMAIL) {
      outbox.intend(Kind.SEND_MAIL, sending.id());
    }
  }

  /**
   * What leaves when the agent changes nothing: by mail when the sender has an address, else by
   * post.
   */
  public SendingWish proposed(Reader reader, long letter) {
    var found = actions.visible(reader, letter);
    boolean mail =
        from(found) != null && found.sender() != null && isAddress(found.sender().email());
    var usual = new SendingWish(mail ? Means.EMAIL : Means.POST, null, null, null, null);
    return found.sender() == null ? usual : complete(found, usual);
  }

  public List<SendingLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            "select s.*, a.first_name || ' ' || a.last_name as asker, f.first_name || ' ' || f.last_name as in_place_of from sending s"
                + " join agent a on a.tenant_id = s.tenant_id and a.id = s.asked_by"
                + " left join agent f on f.tenant_id = s.tenant_id and f.id = s.asked_for where s.correspondence_id = ? order by s.asked_at",
            letter),
        row ->
            new SendingLine(
                row.number("id"),
                row.constant("means", Means.class),
                row.text("recipient"),
                row.text("subject"),
                row.constant("status", Sending.Status.class),
                row.text("reason"),
                row.text("registered_number"),
                row.text("asker"),
                row.text("in_place_of"),
                row.instant("asked_at"),
                row.instant("done_at")));
  }

  /**
   * The mail to hand over now, marked as leaving; none when it has left, failed, or was leaving
   * already (a crash came in between and nobody knows: the sending is put in doubt instead, and the
   * letter comes back to be sent).
   */
  public Optional<OutgoingMail> leave(long id) {
    var sending = em.find(Sending.class, id);
    if (sending == null
        || sending.status() == Sending.Status.SENT
        || sending.status() == Sending.Status.FAILED) {
      return Optional.empty();
    }
    if (sending.status() == Sending.Status.LEAVING) {
      var why = "dispatch.interrupted";
      putBack(sending, Sending.Status.DOUBT, why, WORDS.getString(why));
      return Optional.empty();
    }
    try {
      var mail = mail(sending);
      sending.become(Sending.Status.LEAVING, null, null);
      return Optional.of(mail);
    } catch (MailRejected e) {
      putBack(sending, Sending.Status.FAILED, cut(e.getMessage()), cut(e.getMessage()));
      return Optional.empty();
    }
  }

  public void sent(long id) {
    em.find(Sending.class, id).become(Sending.Status.SENT, null, clock.instant());
  }

  /** The mail server was away: as before the try. */
  public void delayed(long id, String why) {
    em.find(Sending.class, id).become(Sending.Status.QUEUED, cut(why), null);
  }

  /** The mail will never leave: the letter comes back to be sent. */
  public void failed(long id, String why) {
    putBack(em.find(Sending.class, id), Sending.Status.FAILED, cut(why), cut(why));
  }

  private void putBack(Sending sending, Sending.Status status, String why, String words) {
    sending.become(status, why, clock.instant());
    actions.beginBySystem(
        readers.asIfOpen(sending.askedBy()).orElseThrow(),
        sending.correspondence(),
        Action.RETURN,
        Map.of("sending", sending.id()),
        words);
  }

  private OutgoingMail mail(Sending sending) {
    var version = em.find(ReplyVersion.class, sending.replyVersion());
    var letter = em.find(Correspondence.class, sending.correspondence());
    try {
      var file = store.file(TenantContext.required(), version.signedSha256());
      var name = version.fileName().replaceFirst("\\.[^.]+$", "") + ".pdf";
      return new OutgoingMail(
          sending.messageId(),
          OutgoingMail.named(letter.unit().label(), from(letter)),
          null,
          List.of(sending.recipient()),
          sending.subject(),
          sending.body(),
          null,
          attachments(letter.id(), new OutgoingMail.Attachment(name, "application/pdf", file)),
          Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reply first, then the files of the tasks that were chosen to leave with it. */
  private List<OutgoingMail.Attachment> attachments(long letter, OutgoingMail.Attachment reply)
      throws IOException {
    var all = new ArrayList<OutgoingMail.Attachment>();
    all.add(reply);
    for (var file : material.joined(letter)) {
      all.add(
          new OutgoingMail.Attachment(
              file.name(), file.mediaType(), store.file(TenantContext.required(), file.sha256())));
    }
    return all;
  }

  private SendingWish complete(Correspondence letter, SendingWish wish) {
    var sender = letter.sender();
    if (wish.means() == Means.POST) {
      if (blank(wish.recipient()) && sender == null) {
        throw Refusal.field("recipient", "dispatch.recipient-missing");
      }
      return new SendingWish(
          wish.means(),
          blank(wish.recipient()) ? sender.name() : wish.recipient(),
          null,
          null,
          wish.registeredNumber());
    }
    if (from(letter) == null) {
      throw Refusal.field("means", "dispatch.from-missing", letter.unit().label());
    }
    var address = blank(wish.recipient()) && sender != null ? sender.email() : wish.recipient();
    if (!isAddress(address)) {
      throw Refusal.field("recipient", "dispatch.address-missing");
    }
    var town = tenants.current();
    return new SendingWish(
        wish.means(),
        address,
        blank(wish.subject())
            ? shortened(oneLine("Réponse à votre courrier : " + letter.subject()))
            : oneLine(wish.subject()),
        blank(wish.text()) ? usualText(letter, town.name()) : wish.text(),
        null);
  }

  private static String usualText(Correspondence letter, String town) {
    return """
    Bonjour,

    Veuillez trouver ci-joint notre réponse à votre courrier « %s » (référence %s).

    %s
    %s
    """
        .formatted(letter.subject(), letter.chrono(), letter.unit().label(), town);
  }

  /** The unit's address, else the town's; null for neither. */
  private String from(Correspondence letter) {
    return letter.unit().email() != null ? letter.unit().email() : tenants.current().email();
  }

  private static String messageId() {
    return "<" + UUID.randomUUID() + "@vaguemestre.invalid>";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static boolean isAddress(String text) {
    return text != null && text.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }

  private static String shortened(String subject) {
    return subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST - 1) + "…";
  }

  private static String cut(String why) {
    return why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST);
  }
}
