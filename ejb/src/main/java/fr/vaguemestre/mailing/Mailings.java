package fr.vaguemestre.mailing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/**
 * One signed reply to many recipients (REP4): asked for by whoever may send the reply, carried out
 * recipient by recipient by {@link RecipientMerge} and {@link RecipientMail}. The letter stays
 * where it is.
 */
@Stateless
public class Mailings {
  @Inject CorrespondenceActions actions;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject Tenants tenants;
  @Inject MailingRuns runs;
  @Inject Clock clock;

  /** Whether this reader may send the letter's reply to many. */
  public boolean offered(Reader reader, long letter) {
    return actions.offers(reader, letter, Action.SEND);
  }

  /** What the wish would do; nothing is changed. */
  public MailingPlan check(Reader reader, long letter, @Valid MailingWish wish) {
    need(reader, letter);
    var found = actions.visible(reader, letter);
    return plan(reader, found, wish).sealed(letter, found.version(), wish);
  }

  /**
   * Writes the recipients down and an intention for each.
   *
   * @param checked the plan's seal, as {@link #check} gave it: sent again, it gives the same
   *     mailing
   * @throws Refusal CONFLICT when a line is wrong, or when this would not do what was checked: the
   *     wish, the letter or those of an earlier mailing have changed. Nothing is changed then
   */
  public long launch(Reader reader, long letter, @Valid MailingWish wish, String checked) {
    actions.visible(reader, letter);
    database.list(
        sql("select id from correspondence where id = ? for update", letter), row -> letter);
    var known =
        database.first(
            sql(
                "select id from mailing where form_key = ? and correspondence_id = ?",
                checked,
                letter),
            row -> row.number("id"));
    if (known.isPresent()) {
      return known.get();
    }
    var plan = check(reader, letter, wish);
    if (!plan.good()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "mailing.wrong-lines");
    }
    if (!plan.seal().equals(checked)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "mailing.other-than-checked");
    }
    return launch(reader, actions.visible(reader, letter), wish, plan);
  }

  private long launch(Reader reader, Correspondence letter, MailingWish wish, MailingPlan plan) {
    var acting = actions.acting(reader, letter.id(), Action.SEND);
    long id =
        database
            .first(
                sql(
                    """
                    insert into mailing (id, correspondence_id, reply_version_id, form_key, means, subject, words,
                                         asked_by, asked_for, asked_at)
                    values (nextval('row_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                    """,
                    letter.id(),
                    drafts.last(letter.id()).orElseThrow().id(),
                    plan.seal(),
                    wish.means(),
                    blank(wish.subject()) ? subject(letter) : wish.subject().strip(),
                    blank(wish.text()) ? words(letter) : wish.text(),
                    acting.actor(),
                    acting.inPlaceOf(),
                    clock.instant()),
                row -> row.number("id"))
            .orElseThrow();
    actions.beginStaying(
        reader,
        letter.id(),
        letter.version(),
        Action.SEND,
        "MAIL_MERGE",
        Map.of("mailing", id, "recipients", plan.recipients().size(), "means", wish.means()),
        null);
    int position = 0;
    for (var person : plan.recipients()) {
      outbox.intend(Kind.MERGE_RECIPIENT, add(id, position++, wish.means(), person));
    }
    return id;
  }

  private void need(Reader reader, long letter) {
    if (!offered(reader, letter)) {
      throw Refusal.forbidden();
    }
    var version = drafts.last(letter).orElseThrow(Refusal::forbidden);
    if (version.signedSha256() == null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "mailing.not-signed");
    }
    if (drafts.source(version.id()).isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "mailing.not-from-template");
    }
  }

  private MailingPlan plan(Reader reader, Correspondence letter, MailingWish wish) {
    if (wish.means() == Means.EMAIL
        && letter.unit().email() == null
        && tenants.current().email() == null) {
      throw Refusal.field("means", "dispatch.from-missing", letter.unit().label());
    }
    if (wish.sender() && letter.sender() == null) {
      throw Refusal.field("sender", "mailing.no-sender");
    }
    var known = new ArrayList<ContactWish>();
    if (wish.sender()) {
      known.add(Contacts.wish(letter.sender()));
    }
    if (wish.earlier() != null) {
      known.addAll(runs.people(reader, wish.earlier()));
    }
    var plan = RecipientFile.read(wish.file(), wish.means(), known);
    if (plan.recipients().isEmpty()) {
      throw Refusal.field("file", "mailing.nobody");
    }
    return plan;
  }

  private long add(long mailing, int position, Means means, ContactWish person) {
    return database
        .first(
            sql(
                """
                insert into mailing_recipient (id, mailing_id, position, recipient_key, civility, last_name, first_name, company,
                                               email, street, complement, postcode, city, message_id, status)
                values (nextval('row_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') returning id
                """,
                mailing,
                position,
                RecipientFile.key(means, person),
                person.civility(),
                person.lastName(),
                person.firstName(),
                person.company(),
                person.email(),
                person.street(),
                person.complement(),
                person.postcode(),
                person.city(),
                "<" + UUID.randomUUID() + "@vaguemestre.invalid>"),
            row -> row.number("id"))
        .orElseThrow();
  }

  private static boolean blank(String written) {
    return written == null || written.isBlank();
  }

  private static String subject(Correspondence letter) {
    var usual = "Réponse : " + letter.subject();
    return usual.length() <= 400 ? usual : usual.substring(0, 400);
  }

  private String words(Correspondence letter) {
    return "Bonjour,\n\nVeuillez trouver ci-joint notre courrier (référence %s).\n\n%s\n%s"
        .formatted(letter.chrono(), letter.unit().label(), tenants.current().name());
  }
}
