package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.batch.demo.DemoLetter.Stage;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Closings;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.dispatch.Dispatches;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.SendingWish;
import fr.vaguemestre.opinion.ContributionRequest;
import fr.vaguemestre.opinion.Contributions;
import fr.vaguemestre.platform.SystemClock;
import fr.vaguemestre.reply.Conversion;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.routing.Routings;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.Signings;
import fr.vaguemestre.task.TaskAnswers;
import fr.vaguemestre.task.TaskRequest;
import fr.vaguemestre.task.Tasks;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.transmission.TransmissionWish;
import fr.vaguemestre.transmission.Transmissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Takes one demo letter through its life, each step on its day, by whoever would do it, as far as
 * its stage says.
 */
@ApplicationScoped
public class DemoLetterLife {
  private static final String MAIL_OFFICE = "courrier";
  private static final int PATIENCE_SECONDS = 90;

  @Inject Captures captures;
  @Inject Correspondences correspondences;
  @Inject Routings routings;
  @Inject Notes notes;
  @Inject Contributions contributions;
  @Inject Tasks tasks;
  @Inject TaskAnswers answers;
  @Inject Transmissions transmissions;
  @Inject Replies replies;
  @Inject Approvals approvals;
  @Inject Signings signings;
  @Inject Dispatches dispatches;
  @Inject Closings closings;
  @Inject DemoPasswords accounts;
  @Inject Clock clock;

  /** One letter and what is needed to date and word its steps. */
  private record Case(DemoLetter letter, DemoTown demo, Tenant town, DemoDates dates, long id) {}

  void live(DemoLetter letter, DemoTown demo, Tenant town, DemoFiles files, DemoDates dates) {
    var clerk = clerk(letter, demo);
    var known = new long[1];
    at(
        town,
        dates,
        letter.arrivalDay(),
        9,
        letter.ref().hashCode(),
        () -> known[0] = register(letter, demo, files, dates, clerk));
    if (known[0] > 0) {
      go(new Case(letter, demo, town, dates, known[0]));
    }
  }

  private Reader clerk(DemoLetter letter, DemoTown demo) {
    var registrant = accounts.reader(letter.registeredBy());
    boolean may = registrant.may(letter.sensitive() ? Right.REGISTER_SENSITIVE : Right.REGISTER);
    return may
        ? registrant
        : accounts.reader(MAIL_OFFICE + (demo.tenant().code().equals("PONT") ? "" : "2"));
  }

  /** The new letter's id; 0 when an earlier start had registered it. */
  private long register(
      DemoLetter letter, DemoTown demo, DemoFiles files, DemoDates dates, Reader clerk) {
    var file = files.of(letter);
    var registered =
        captures.register(
            clerk,
            registration(letter, demo, dates),
            List.of(new GivenFile(file.name(), new ByteArrayInputStream(file.bytes()))),
            "demo-" + letter.ref());
    return registered.repeated() ? 0 : registered.id();
  }

  private void go(Case c) {
    var letter = c.letter();
    if (letter.assignedTo() != null) {
      step(
          c,
          letter.arrivalDay(),
          11,
          handler(c),
          (reader, version) ->
              routings.redirect(reader, c.id(), version, letter.unit(), letter.assignedTo(), null));
    }
    for (var note : letter.notes()) {
      step(
          c,
          note.day(),
          10,
          note.author(),
          (reader, version) ->
              notes.write(reader, c.id(), version, c.dates().expand(note.text()), note.unit()));
    }
    if (letter.contribution() != null) {
      contribute(c);
    }
    if (letter.round() != null) {
      round(c, letter.round());
    }
    for (var task : letter.tasks() == null ? List.<DemoLetter.Task>of() : letter.tasks()) {
      split(c, task);
    }
    if (letter.transmission() != null) {
      transmit(c);
    }
    if (letter.stage() == Stage.CLOSED_WITHOUT_REPLY) {
      step(
          c,
          letter.closing().day(),
          16,
          able(c, Right.CLOSE, letter.closing().author()),
          (reader, version) ->
              closings.close(reader, c.id(), version, c.dates().expand(letter.closing().reason())));
    }
    if (letter.stage().hasReply()) {
      reply(c);
    }
  }

  private void contribute(Case c) {
    var wish = c.letter().contribution();
    step(
        c,
        wish.askedDay(),
        14,
        wish.askedBy(),
        (reader, version) ->
            contributions.request(
                reader,
                c.id(),
                version,
                new ContributionRequest(
                    wish.askedOf(),
                    wish.askedOfUnit(),
                    c.dates().expand(wish.question()),
                    c.dates().day(wish.dueDay()))));
    if (wish.answer() != null) {
      step(
          c,
          wish.answeredDay(),
          15,
          wish.answeredBy(),
          (reader, version) ->
              contributions.give(reader, c.id(), version, c.dates().expand(wish.answer())));
    }
  }

  private void round(Case c, DemoLetter.Round wish) {
    step(
        c,
        wish.askedDay(),
        14,
        wish.askedBy(),
        (reader, version) ->
            contributions.request(
                reader,
                c.id(),
                version,
                new ContributionRequest(
                    wish.of().stream()
                        .map(o -> new ContributionRequest.Of(o.agent(), o.unit()))
                        .toList(),
                    c.dates().expand(wish.question()),
                    c.dates().expand(wish.reason()),
                    c.dates().day(wish.dueDay()),
                    wish.sequential())));
    for (var opinion : wish.of()) {
      if (opinion.answer() != null) {
        step(
            c,
            opinion.answeredDay(),
            15,
            opinion.answeredBy(),
            (reader, version) ->
                contributions.give(reader, c.id(), version, c.dates().expand(opinion.answer())));
      }
    }
  }

  private void split(Case c, DemoLetter.Task wish) {
    step(
        c,
        wish.askedDay(),
        14,
        wish.askedBy(),
        (reader, version) ->
            tasks.request(
                reader,
                c.id(),
                version,
                List.of(
                    new TaskRequest(
                        wish.unit(),
                        c.dates().expand(wish.question()),
                        c.dates().day(wish.dueDay())))));
    if (wish.answer() != null) {
      step(
          c,
          wish.answeredDay(),
          15,
          wish.answeredBy(),
          (reader, version) ->
              answers.give(reader, c.id(), version, null, c.dates().expand(wish.answer()), null));
    }
  }

  private void transmit(Case c) {
    var wish = c.letter().transmission();
    step(
        c,
        wish.day(),
        16,
        able(c, Right.SEND, c.letter().assignedTo()),
        (reader, version) ->
            transmissions.transmit(
                reader,
                c.id(),
                version,
                new TransmissionWish(
                    correspondences.view(reader, c.id()).documents().getFirst().id(),
                    null,
                    outside(wish.service()),
                    c.dates().expand(wish.motive()),
                    Means.POST,
                    null,
                    c.dates().day(wish.expectedDay()),
                    null)));
  }

  private static ContactWish outside(String service) {
    return new ContactWish(
        ContactKind.COMPANY, null, null, null, service, null, null, null, null, null, null);
  }

  private void reply(Case c) {
    var reply = c.letter().reply();
    var text =
        reply.paragraphs().stream().map(c.dates()::expand).collect(Collectors.joining("\n\n"));
    step(
        c,
        reply.day(),
        10,
        reply.author(),
        (reader, version) -> replies.draft(reader, c.id(), version, "REPONSE", text));
    if (c.letter().stage() == Stage.DRAFTED || !converted(c, reply.author())) {
      return;
    }
    var chain = new ArrayList<StepWish>();
    reply.visas().forEach(v -> chain.add(new StepWish(v, StepKind.VISA)));
    chain.add(
        new StepWish(
            reply.signer(),
            Boolean.TRUE.equals(reply.onPaper()) ? StepKind.PAPER : StepKind.SIGNATURE));
    step(
        c,
        reply.day(),
        11,
        reply.author(),
        (reader, version) -> approvals.submit(reader, c.id(), version, null, chain, null));
    for (int i = 0; i < reply.visasGiven(); i++) {
      step(
          c,
          reply.day(),
          14 + i,
          reply.visas().get(i),
          (reader, version) -> approvals.approve(reader, c.id(), version, null, null, null));
    }
    if (reply.signedDay() != null) {
      sign(c);
    }
    if (reply.sentDay() != null) {
      send(c);
    }
  }

  private void sign(Case c) {
    var reply = c.letter().reply();
    step(
        c,
        reply.signedDay(),
        17,
        reply.signer(),
        (reader, version) -> {
          var seen = replies.versions(reader, c.id()).getFirst().pdfSha256();
          signings.sign(
              reader,
              c.id(),
              version,
              DemoLoader.PASSWORD.clone(),
              seen,
              new Origin("127.0.0.1", "Démonstration"));
        });
  }

  private void send(Case c) {
    var reply = c.letter().reply();
    var sender = contactEmail(c);
    var means =
        reply.sentBy() == DemoLetter.Channel.EMAIL && sender != null ? Means.EMAIL : Means.POST;
    step(
        c,
        reply.sentDay(),
        18,
        sendingAgent(c),
        (reader, version) ->
            dispatches.send(
                reader, c.id(), version, new SendingWish(means, null, null, null, null)));
  }

  /** Waits for the reply's PDF; false when there is no office here to make it. */
  private boolean converted(Case c, String author) {
    var reader = accounts.reader(author);
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      var last = replies.versions(reader, c.id()).getFirst();
      if (last.conversion() != Conversion.PENDING) {
        return last.conversion() == Conversion.DONE;
      }
      pause();
    }
    return false;
  }

  /** Someone who may move what lies in the unit's basket. */
  private String handler(Case c) {
    return able(c, Right.REDIRECT, c.letter().assignedTo());
  }

  private String sendingAgent(Case c) {
    return able(c, Right.SEND, c.letter().reply().author());
  }

  private String able(Case c, Right right, String first) {
    var view =
        correspondences.view(
            accounts.reader("PONT".equals(c.town().code()) ? "dgs" : "dgs2"), c.id());
    var candidates = new ArrayList<String>();
    candidates.add(first);
    c.demo().agents().forEach(a -> candidates.add(a.login()));
    return candidates.stream()
        .filter(
            login -> {
              var reader = accounts.reader(login);
              return reader.may(right) && reader.branch().contains(view.unitId());
            })
        .findFirst()
        .orElseThrow();
  }

  private void step(Case c, int day, int hour, String login, Step step) {
    var reader = accounts.reader(login);
    at(
        c.town(),
        c.dates(),
        day,
        hour,
        c.letter().ref().hashCode(),
        () -> step.go(reader, correspondences.view(reader, c.id()).version()));
  }

  /**
   * On that day at about that hour, but never in the future: what is due then would wait for it.
   */
  private void at(Tenant town, DemoDates dates, int day, int hour, int seed, Runnable work) {
    var moment =
        dates
            .day(Math.min(day, 0))
            .atTime(LocalTime.of(hour, Math.floorMod(seed, 50)))
            .atZone(town.zone())
            .toInstant();
    var now = clock.instant();
    SystemClock.at(moment.isAfter(now) ? now : moment, work);
  }

  private static Registration registration(DemoLetter letter, DemoTown demo, DemoDates dates) {
    var type = letter.type() != null ? letter.type() : "GENERAL";
    return new Registration(
        Category.valueOf(letter.category().name()),
        Channel.valueOf(letter.channel().name()),
        dates.expand(letter.subject()),
        type,
        letter.priority(),
        null,
        letter.contact() == null ? null : contact(demo, letter.contact()),
        letter.stage() == Stage.TO_QUALIFY && !letter.sensitive() ? null : letter.unit(),
        null,
        letter.copyUnits(),
        letter.copyAgents(),
        dates.day(letter.documentDay()),
        null,
        dates.day(letter.arrivalDay()),
        null,
        letter.confidential(),
        letter.sensitive(),
        letter.stage() == Stage.TO_QUALIFY && !letter.sensitive(),
        "DEMO-" + letter.ref());
  }

  private static ContactWish contact(DemoTown demo, String code) {
    var c = demo.contacts().stream().filter(k -> k.code().equals(code)).findFirst().orElseThrow();
    return new ContactWish(
        ContactKind.valueOf(c.kind().name()),
        c.title(),
        c.lastName(),
        c.firstName(),
        c.company(),
        c.email(),
        c.phone(),
        c.street().isEmpty() ? null : c.street().getLast(),
        c.street().size() > 1 ? c.street().getFirst() : null,
        c.postcode(),
        c.city());
  }

  private static String contactEmail(Case c) {
    return c.demo().contacts().stream()
        .filter(k -> k.code().equals(c.letter().contact()))
        .map(DemoTown.Contact::email)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void go(Reader reader, long version);
  }
}
