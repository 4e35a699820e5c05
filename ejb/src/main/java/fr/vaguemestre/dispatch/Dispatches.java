package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** The reply leaves: by mail, through an intention carried out after the commit, or by post. */
@Stateless
public class Dispatches {
  /** Of a reason, in characters. */
  private static final int LONGEST = 400;

  /** The channels that a reply leaves by post for, when the postal address is known. */
  static final Set<Channel> ON_PAPER = Set.of(Channel.PAPER, Channel.COUNTER);

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.dispatch", Locale.FRENCH);

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Drafts drafts;
  @Inject Outbox outbox;
  @Inject Database database;
  @Inject Readers readers;
  @Inject Tenants tenants;
  @Inject MailBodies bodies;
  @Inject SendingMails mails;
  @Inject TransmissionDeparture departures;
  @Inject Approvals approvals;
  @Inject Clock clock;

  /**
   * See {@code circuit}: SEND. After an interim reply the letter is still to be answered: it goes
   * back to work on its reply, whether or not who sent may take it back.
   */
  public void send(Reader reader, long letter, long seenVersion, @Valid SendingWish wish) {
    var acting = actions.acting(reader, letter, Action.SEND);
    var found =
        wish.interim()
            ? actions.beginStaying(
                acting,
                letter,
                seenVersion,
                Action.SEND,
                "SEND_INTERIM",
                Map.of("means", wish.means()),
                null)
            : actions.begin(
                acting, letter, seenVersion, Action.SEND, Map.of("means", wish.means()), null);
    var version = drafts.last(letter).orElseThrow();
    if (!wish.interim() && leftInterim(version.id())) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "dispatch.left-interim");
    }
    var complete = complete(found, wish);
    var body = bodies.of(reader, letter, complete);
    var sending =
        Sending.ofReply(
            letter,
            version.id(),
            body.in(complete),
            body.html(),
            wish.interim(),
            acting,
            clock.instant());
    em.persist(sending);
    em.flush();
    if (wish.means() == Means.EMAIL) {
      outbox.intend(Kind.SEND_MAIL, sending.id());
    }
    if (wish.interim()) {
      approvals.recalled(acting, found);
    }
  }

  /** Whether that version left as an interim reply: it is not what decides. */
  public boolean leftInterim(long version) {
    return database.count(
            sql(
                "select count(*) as count from sending where reply_version_id = ? and interim and status in ('QUEUED', 'LEAVING', 'SENT', 'DOUBT')",
                version))
        > 0;
  }

  /**
   * What leaves when the agent changes nothing: by the channel the letter came by, paper by post
   * when the sender's postal address is known; else by mail when their e-mail address is.
   */
  public SendingWish proposed(Reader reader, long letter) {
    var found = actions.visible(reader, letter);
    return proposed(found, usual(found));
  }

  /** The same by the other means, or as it was when that cannot be. */
  public SendingWish proposed(Reader reader, long letter, Means means) {
    var found = actions.visible(reader, letter);
    return proposed(found, means == Means.EMAIL && !mailable(found) ? Means.POST : means);
  }

  private SendingWish proposed(Correspondence letter, Means means) {
    var usual = new SendingWish(means, null, null, null, null);
    return letter.sender() == null ? usual : complete(letter, usual);
  }

  private Means usual(Correspondence letter) {
    boolean posted =
        ON_PAPER.contains(letter.channel())
            && letter.sender() != null
            && PostalAddress.of(letter.sender()).isPresent();
    return !posted && mailable(letter) ? Means.EMAIL : Means.POST;
  }

  private boolean mailable(Correspondence letter) {
    return mails.from(letter) != null
        && letter.sender() != null
        && !letter.sender().electronicRefused()
        && SendingMails.isAddress(letter.sender().email());
  }

  /** The departures of the letter's replies, the oldest first. */
  public List<SendingLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            "select s.*, a.first_name || ' ' || a.last_name as asker, f.first_name || ' ' || f.last_name as in_place_of from sending s"
                + " join agent a on a.tenant_id = s.tenant_id and a.id = s.asked_by"
                + " left join agent f on f.tenant_id = s.tenant_id and f.id = s.asked_for where s.correspondence_id = ? and s.transmission_id is null order by s.asked_at",
            letter),
        row ->
            new SendingLine(
                row.number("id"),
                row.constant("means", Means.class),
                row.text("recipient"),
                row.text("subject"),
                row.constant("status", Sending.Status.class),
                row.flag("interim"),
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
        || sending.status() == Sending.Status.FAILED
        || sending.status() == Sending.Status.BOUNCED) {
      return Optional.empty();
    }
    if (sending.status() == Sending.Status.LEAVING) {
      doubted(id);
      return Optional.empty();
    }
    try {
      var mail = mails.of(sending);
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

  /** Nobody knows whether it left: the letter comes back, and its people decide. */
  public void doubted(long id) {
    var why = "dispatch.interrupted";
    putBack(em.find(Sending.class, id), Sending.Status.DOUBT, why, WORDS.getString(why));
  }

  /** The mail will never leave: the letter comes back to be sent. */
  public void failed(long id, String why) {
    putBack(em.find(Sending.class, id), Sending.Status.FAILED, cut(why), cut(why));
  }

  /**
   * A mail server says that it will never arrive: the letter comes back to be sent, once, unless
   * its reply left again since.
   */
  public void bounced(long id, String why) {
    var sending = em.find(Sending.class, id);
    if (sending.status() == Sending.Status.BOUNCED) {
      return;
    }
    if (sending.transmission() == null && leftAgain(sending)) {
      sending.become(Sending.Status.BOUNCED, cut(why), clock.instant());
    } else {
      putBack(sending, Sending.Status.BOUNCED, cut(why), cut(why));
    }
  }

  /** A mail server goes on trying: shown, and nothing else. */
  public void late(long id, String why) {
    var sending = em.find(Sending.class, id);
    if (!Holding.ERASED.equals(sending.recipient())) {
      sending.late(cut(why));
    }
  }

  private boolean leftAgain(Sending sending) {
    return database.count(
            sql(
                "select count(*) as count from sending where correspondence_id = ? and transmission_id is null and id > ?",
                sending.correspondence(),
                sending.id()))
        > 0;
  }

  private void putBack(Sending sending, Sending.Status status, String why, String words) {
    sending.become(status, why, clock.instant());
    if (sending.transmission() != null) {
      departures.undelivered(sending, words);
      return;
    }
    actions.beginBySystem(
        readers.asIfOpen(sending.askedBy()).orElseThrow(),
        sending.correspondence(),
        Action.RETURN,
        Map.of("sending", sending.id()),
        words);
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
    if (wish.alone() && (blank(wish.text()) || isUsual(letter, wish.text()))) {
      throw Refusal.field("text", "dispatch.text-of-the-reply");
    }
    if (sender != null && sender.electronicRefused()) {
      throw Refusal.field("means", "dispatch.electronic-refused");
    }
    if (mails.from(letter) == null) {
      throw Refusal.field("means", "dispatch.from-missing", letter.unit().label());
    }
    var address = blank(wish.recipient()) && sender != null ? sender.email() : wish.recipient();
    if (!SendingMails.isAddress(address)) {
      throw Refusal.field("recipient", "dispatch.address-missing");
    }
    var town = tenants.current();
    return new SendingWish(
        wish.means(),
        address,
        blank(wish.subject())
            ? SendingMails.subject("Réponse à votre courrier : " + letter.subject())
            : SendingMails.oneLine(wish.subject()),
        blank(wish.text()) ? usualText(letter, town.name()) : wish.text(),
        null,
        wish.template(),
        wish.alone());
  }

  /** Only announces an attachment. */
  private boolean isUsual(Correspondence letter, String text) {
    return text.strip()
        .replace("\r\n", "\n")
        .equals(usualText(letter, tenants.current().name()).strip());
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

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }

  private static String cut(String why) {
    return why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST);
  }
}
