package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Absences;
import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.GroupWish;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.basket.BasketColour;
import fr.vaguemestre.basket.BasketColumn;
import fr.vaguemestre.basket.BasketOrder;
import fr.vaguemestre.basket.BasketRule;
import fr.vaguemestre.basket.BasketWish;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.RuleNode;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Closings;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.correspondence.LetterView;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.correspondence.UnreadDocuments;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.filing.Tags;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Foundings;
import fr.vaguemestre.installation.SystemState;
import fr.vaguemestre.installation.TownState;
import fr.vaguemestre.journal.JournalFilter;
import fr.vaguemestre.journal.JournalPage;
import fr.vaguemestre.journal.TownJournal;
import fr.vaguemestre.opinion.ContributionLines;
import fr.vaguemestre.opinion.ContributionRequest;
import fr.vaguemestre.opinion.Contributions;
import fr.vaguemestre.opinion.OpinionRounds;
import fr.vaguemestre.organisation.AbsenceWish;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.SystemClock;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.qualification.DocumentTypeWish;
import fr.vaguemestre.qualification.PriorityWish;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.routing.Routings;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.SearchWish;
import fr.vaguemestre.search.Searches;
import fr.vaguemestre.task.TaskAnswers;
import fr.vaguemestre.task.TaskRequest;
import fr.vaguemestre.task.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * O4–O8, ORG5 and CIR6 on random towns made through the services: every agent against every letter
 * by every route, before and after reorganisations, while some are absent and when they are back,
 * held to {@link TownOracle}.
 */
@InServer
class RandomTownIT {
  private static final int UNITS = 12;
  private static final int AGENTS = 9;
  private static final int LETTERS = 18;
  private static final int REORGANISATIONS = 2;
  private static final int ABSENT = 5;
  private static final Duration AWAY = Duration.ofHours(5);
  private static final String TOP = "MAIRIE";
  private static final String MAYOR = "alea.maire";
  private static final String CLEARED = "CONFIDENTIEL";

  private final Foundings foundings = find("Foundings", Foundings.class);
  private final UnitAdministration units = find("UnitAdministration", UnitAdministration.class);
  private final AgentAdministration people = find("AgentAdministration", AgentAdministration.class);
  private final GroupAdministration groups = find("GroupAdministration", GroupAdministration.class);
  private final Organisation organisation = find("Organisation", Organisation.class);
  private final Readers readers = find("Readers", Readers.class);
  private final Typology typology = find("Typology", Typology.class);
  private final Captures captures = find("Captures", Captures.class);
  private final Routings routings = find("Routings", Routings.class);
  private final Closings closings = find("Closings", Closings.class);
  private final Tasks tasks = find("Tasks", Tasks.class);
  private final TaskAnswers answers = find("TaskAnswers", TaskAnswers.class);
  private final Contributions contributions = find("Contributions", Contributions.class);
  private final OpinionRounds opinions = find("OpinionRounds", OpinionRounds.class);
  private final ContributionLines lines = find("ContributionLines", ContributionLines.class);
  private final Notes notes = find("Notes", Notes.class);
  private final Correspondences correspondences = find("Correspondences", Correspondences.class);
  private final Searches searches = find("Searches", Searches.class);
  private final Baskets baskets = find("Baskets", Baskets.class);
  private final BasketAdministration basketAdministration =
      find("BasketAdministration", BasketAdministration.class);
  private final Absences absences = find("Absences", Absences.class);
  private final CorrespondenceActions actions =
      find("CorrespondenceActions", CorrespondenceActions.class);
  private final Tags tags = find("Tags", Tags.class);
  private final Contacts contacts = find("Contacts", Contacts.class);
  private final UnreadDocuments unread = find("UnreadDocuments", UnreadDocuments.class);
  private final TownJournal journal = find("TownJournal", TownJournal.class);
  private final TownState town = find("TownState", TownState.class);
  private final SystemState system = find("SystemState", SystemState.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);

  private final TownOracle oracle = new TownOracle();
  private final SearchOracle searching = new SearchOracle(oracle, MAYOR);
  private Random random;

  @Deployment
  static WebArchive war() {
    return TestWar.of(
        RandomTownIT.class,
        SearchOracle.class,
        TownOracle.class,
        TownOracle.Letter.class,
        TownOracle.Share.class);
  }

  @Test
  void O8_who_may_not_see_a_letter_meets_it_nowhere_in_a_random_town() throws Exception {
    live(4);
  }

  @Test
  void O8_nor_in_another_random_town() throws Exception {
    live(8);
  }

  private void live(long seed) throws Exception {
    random = new Random(seed);
    var code = "ALEA" + Long.toString(System.nanoTime() % 100_000_000, 36).toUpperCase(Locale.ROOT);
    var founded =
        foundings.found(
            new Founding(code, "Aléa", null, null, null, null, MAYOR, "Ada", "Aléa"),
            "Une-Phrase-De-Passe-2026!".toCharArray());
    TenantContext.call(
        founded.id(),
        () -> {
          organise();
          write();
          compare("as founded");
          leave();
          for (int i = 1; i <= REORGANISATIONS; i++) {
            reorganise();
            compare("after reorganisation " + i);
          }
          oracle.shares.clear();
          SystemClock.at(Instant.now().plus(AWAY), () -> compare("when all are back"));
          return null;
        });
  }

  private void organise() {
    oracle.kinds.put(TOP, UnitKind.TOWN);
    oracle.agents.put(
        MAYOR,
        wish(MAYOR, List.of(new AgentWish.Place(TOP, Function.ADMINISTRATOR, true)), CLEARED));
    var admin = reader(MAYOR);
    groups.saveGroups(
        admin,
        List.of(
            group("COURANT", Right.REGISTER, Right.NOTE, Right.CONTRIBUTE, Right.VIEW_JOURNAL),
            group(CLEARED, Right.READ_CONFIDENTIAL),
            group("CABINET", Right.REGISTER_SENSITIVE)));
    typology.savePriority(admin, new PriorityWish("NORMALE", "Normale", "#1a4d8f", 30, 0), null);
    typology.saveType(
        admin,
        new DocumentTypeWish(
            "DIVERS",
            "Divers",
            "Divers",
            "Divers",
            30,
            Regime.NONE,
            null,
            null,
            null,
            null,
            null,
            null,
            true),
        null);
    unit("CAB", UnitKind.CABINET, TOP);
    unit("DG", UnitKind.DG, TOP);
    for (int i = 0; i < UNITS; i++) {
      unit("U" + i, i % 3 == 0 ? UnitKind.DIRECTION : UnitKind.SERVICE, any(oracle.kinds.keySet()));
    }
    basketAdministration.save(
        admin,
        new BasketWish(
            "A_MOI",
            "À moi",
            Basket.Section.MINE,
            50,
            null,
            List.of(),
            new BasketRule(RuleNode.is(Criterion.TO_ME), false),
            List.of(BasketColumn.DEADLINE),
            BasketOrder.DEADLINE,
            false,
            null,
            BasketColour.PLAIN),
        null);
    agent("alea.cabinet", List.of(seat("CAB", Function.CABINET_SECRETARY)), "COURANT", "CABINET");
    agent("alea.dgs", List.of(seat("DG", Function.DGS)), "COURANT");
    agent("alea.elue", List.of(seat(TOP, Function.ELECTED)), "COURANT", CLEARED);
    for (int i = 0; i < AGENTS; i++) {
      sit("alea.agent" + i);
    }
  }

  private void unit(String code, UnitKind kind, String parent) {
    units.saveUnit(
        reader(MAYOR),
        new UnitWish(code, "Unité " + code, code, kind, parent, null, null, null),
        null);
    oracle.kinds.put(code, kind);
    oracle.above.put(code, parent);
  }

  /** Gives somebody one or two random posts and perhaps a clearance. */
  private void sit(String login) {
    var places = new ArrayList<AgentWish.Place>();
    places.add(
        seat(
            any(oracle.kinds.keySet()),
            random.nextInt(5) == 0 ? Function.ELECTED : Function.AGENT));
    var second = any(oracle.kinds.keySet());
    if (random.nextInt(3) == 0 && !second.equals(places.getFirst().unit())) {
      places.add(new AgentWish.Place(second, Function.AGENT, false));
    }
    agent(
        login,
        places,
        random.nextInt(3) == 0 ? new String[] {"COURANT", CLEARED} : new String[] {"COURANT"});
  }

  private void agent(String login, List<AgentWish.Place> places, String... in) {
    var wish = wish(login, places, in);
    people.saveAgent(reader(MAYOR), wish, null);
    oracle.agents.put(login, wish);
  }

  private void write() {
    var logins = List.copyOf(oracle.agents.keySet());
    for (int i = 0; i < LETTERS; i++) {
      boolean sensitive = i % 6 == 0;
      var letter =
          register(sensitive ? "alea.cabinet" : any(logins), "mot" + i + "unique", sensitive);
      for (int copies = random.nextInt(3); copies > 0 && !sensitive; copies--) {
        copy(letter, random.nextBoolean() ? any(logins) : any(oracle.kinds.keySet()));
      }
      if (!sensitive && random.nextInt(3) == 0) {
        split(letter);
      }
      if (!sensitive && random.nextInt(3) == 0) {
        consult(letter, logins);
      }
      if (i % 4 == 1) {
        note(letter);
      }
      tags.add(reader(sensitive ? "alea.cabinet" : MAYOR), letter.id, "sur " + letter.word);
    }
    run(
        """
        insert into document (tenant_id, id, version, correspondence_id, role, name, media_type, size_bytes, sha256,
               position, extraction, added_at, added_by)
        select tenant_id, nextval('row_id'), 1, id, 'MAIN', 'illisible.pdf', 'application/pdf', 1, repeat('0', 64),
               0, 'FAILED', now(), registrant_id from correspondence where tenant_id = %1$d;
        insert into index_queue (tenant_id, correspondence_id)
        select tenant_id, id from correspondence where tenant_id = %1$d
        """
            .formatted(TenantContext.required()));
  }

  private TownOracle.Letter register(String registrant, String word, boolean sensitive) {
    var unit = any(oracle.kinds.keySet());
    boolean confidential = random.nextInt(4) == 0;
    var registered =
        captures.register(
            reader(registrant),
            new Registration(
                Category.INCOMING,
                Channel.PAPER,
                "Au sujet de " + word,
                "DIVERS",
                null,
                null,
                sender(word),
                unit,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                confidential,
                sensitive,
                false,
                null),
            List.of(),
            null);
    var letter =
        new TownOracle.Letter(registered.id(), word, registrant, unit, confidential, sensitive);
    oracle.letters.add(letter);
    return letter;
  }

  private static ContactWish sender(String word) {
    return new ContactWish(
        ContactKind.PERSON, null, word, null, null, null, null, null, null, null, null);
  }

  private void copy(TownOracle.Letter letter, String to) {
    boolean unit = oracle.kinds.containsKey(to);
    if (letter.copies.add(to)) {
      routings.copy(reader(MAYOR), letter.id, version(letter), unit ? to : null, unit ? null : to);
    }
  }

  /** O12: asks one or two units for a task; some answer, and some tasks are withdrawn. */
  private void split(TownOracle.Letter letter) {
    for (int more = 1 + random.nextInt(2); more > 0; more--) {
      var unit = any(oracle.kinds.keySet());
      if (letter.tasks.add(unit)) {
        tasks.request(
            reader(MAYOR),
            letter.id,
            version(letter),
            List.of(new TaskRequest(unit, "Que faire de " + letter.word + " ?", null)));
        letter.awaited.add(unit);
        letter.asked++;
        answerOrWithdraw(letter, unit);
      }
    }
  }

  private void answerOrWithdraw(TownOracle.Letter letter, String unit) {
    int fate = random.nextInt(3);
    var asked =
        tasks.of(reader(MAYOR), letter.id).stream()
            .filter(t -> t.unit().equals(label(unit)) && t.status().open())
            .findFirst()
            .orElseThrow()
            .id();
    if (fate == 0) {
      tasks.withdraw(reader(MAYOR), letter.id, version(letter), asked, null);
      letter.tasks.remove(unit);
      letter.awaited.remove(unit);
    } else if (fate == 1) {
      oracle.agents.keySet().stream()
          .filter(login -> oracle.sitsIn(login, unit) && oracle.sees(login, letter))
          .findFirst()
          .ifPresent(
              login -> {
                answers.give(
                    reader(login), letter.id, version(letter), asked, "Rien à signaler.", null);
                letter.awaited.remove(unit);
              });
    }
  }

  /** CIR4: asks up to three for their opinion; the first may answer, and the rest be stopped. */
  private void consult(TownOracle.Letter letter, List<String> logins) {
    var whom = new LinkedHashSet<String>();
    for (int more = 1 + random.nextInt(3); more > 0; more--) {
      whom.add(random.nextBoolean() ? any(logins) : any(oracle.kinds.keySet()));
    }
    var asked = List.copyOf(whom);
    boolean inTurn = random.nextBoolean();
    contributions.request(
        reader(MAYOR),
        letter.id,
        version(letter),
        new ContributionRequest(
            asked.stream().map(this::of).toList(),
            "Que dire de " + letter.word + " ?",
            null,
            null,
            inTurn));
    letter.opinions = asked.size();
    letter.turns.addAll(inTurn ? asked.subList(0, 1) : asked);
    letter.consulted.addAll(letter.turns);
    if (random.nextBoolean()) {
      giveFirst(letter, asked, inTurn);
    }
    if (random.nextInt(3) == 0 && !letter.turns.isEmpty()) {
      opinions.stop(reader(MAYOR), letter.id, version(letter), null, null);
      letter.consulted.removeAll(letter.turns);
      letter.turns.clear();
    }
  }

  private ContributionRequest.Of of(String asked) {
    return oracle.kinds.containsKey(asked)
        ? new ContributionRequest.Of(null, asked)
        : new ContributionRequest.Of(asked, null);
  }

  private void giveFirst(TownOracle.Letter letter, List<String> asked, boolean inTurn) {
    var first = asked.getFirst();
    oracle.agents.keySet().stream()
        .filter(login -> login.equals(first) || oracle.sitsIn(login, first))
        .filter(login -> oracle.sees(login, letter))
        .findFirst()
        .ifPresent(
            login -> {
              contributions.give(reader(login), letter.id, version(letter), "Rien à dire.");
              letter.turns.removeIf(t -> t.equals(login) || oracle.sitsIn(login, t));
              if (inTurn && asked.size() > 1) {
                letter.turns.add(asked.get(1));
                letter.consulted.add(asked.get(1));
              }
            });
  }

  private String label(String unit) {
    return organisation.unit(unit).orElseThrow().label();
  }

  private void note(TownOracle.Letter letter) {
    letter.noted = true;
    letter.noteUnit = random.nextBoolean() ? any(oracle.kinds.keySet()) : null;
    notes.write(
        reader(MAYOR),
        letter.id,
        version(letter),
        "À savoir : note" + letter.word,
        letter.noteUnit);
  }

  /** Some go away, each leaving random baskets to random colleagues, now or tomorrow. */
  private void leave() {
    var logins = new ArrayList<>(oracle.agents.keySet());
    Collections.shuffle(logins, random);
    for (var absent : logins.subList(0, ABSENT)) {
      var others = logins.stream().filter(other -> !other.equals(absent)).toList();
      boolean now = random.nextInt(5) > 0;
      var given = new HashSet<AbsenceWish.Given>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        given.add(new AbsenceWish.Given(any(TownOracle.BASKETS), any(others)));
      }
      var from = now ? Instant.now().minusSeconds(60) : Instant.now().plus(AWAY.multipliedBy(2));
      absences.declare(
          reader(absent), new AbsenceWish(absent, from, from.plus(AWAY), List.copyOf(given)));
      given.forEach(
          g -> oracle.shares.add(new TownOracle.Share(absent, g.basket(), g.replacement(), now)));
    }
  }

  /** Units move, people change posts, letters go elsewhere and enter their circuit. */
  private void reorganise() {
    var admin = reader(MAYOR);
    for (int i = 0; i < 4; i++) {
      var unit = "U" + random.nextInt(UNITS);
      var to = any(oracle.kinds.keySet());
      if (!oracle.chain(to).contains(unit)) {
        unit(unit, oracle.kinds.get(unit), to);
      }
      sit("alea.agent" + random.nextInt(AGENTS));
      var letter = oracle.letters.get(random.nextInt(LETTERS));
      if (letter.sensitive && !letter.inCircuit) {
        closings.enterCircuit(
            reader("alea.cabinet"), letter.id, seen("alea.cabinet", letter).version(), null);
        letter.inCircuit = true;
      } else if (!letter.sensitive) {
        var assignee = random.nextBoolean() ? null : any(oracle.agents.keySet());
        var where =
            assignee == null
                ? any(oracle.kinds.keySet())
                : oracle.agents.get(assignee).posts().getFirst().unit();
        routings.redirect(admin, letter.id, version(letter), where, assignee, null);
        letter.unit = where;
        letter.assignee = assignee;
      }
    }
  }

  private void compare(String when) {
    awaitIndex();
    compareCounts(when);
    for (var login : oracle.agents.keySet()) {
      var reader = reader(login);
      var expected = oracle.seenBy(login);
      var ids = expected.stream().map(l -> l.id).toList();
      var as = login + " " + when;
      assertThat(correspondences.lines(reader, Statement.sql("true"), "c.id", 1000))
          .as("the list of " + as)
          .extracting(LetterLine::id)
          .containsExactlyElementsOf(ids);
      var found = searches.find(reader, SearchWish.of("").limit(1000).facets());
      assertThat(found.total()).as("the total found by " + as).isEqualTo(ids.size());
      assertThat(found.items())
          .extracting(i -> i.letter().id())
          .containsExactlyInAnyOrderElementsOf(ids);
      assertThat(found.facets().getOrDefault(Facet.UNIT, Map.of()))
          .as("what is counted by unit for " + as)
          .isEqualTo(
              expected.stream().collect(Collectors.groupingBy(l -> l.unit, Collectors.counting())));
      searching.compare(reader, as);
      assertThat(journalled(reader))
          .as("letters in the journal of " + as)
          .containsExactlyInAnyOrderElementsOf(ids);
      for (var line : baskets.of(reader)) {
        var page = baskets.page(reader, line.code(), null, 200);
        assertThat(page.items())
            .as("basket " + line.code() + " of " + as)
            .extracting(LetterLine::id)
            .isSubsetOf(ids);
        assertThat(page.total()).isEqualTo(page.items().size());
      }
      for (var code : TownOracle.BASKETS) {
        assertThat(baskets.page(reader, code, null, 200).items())
            .as("basket " + code + " of " + as)
            .extracting(LetterLine::id)
            .containsExactlyInAnyOrderElementsOf(
                oracle.inBasket(code, login).stream().map(l -> l.id).toList());
      }
      oracle.letters.forEach(letter -> compare(reader, letter, ids.contains(letter.id), as));
    }
  }

  /** O4: what operators count leaves out the letters that are in no circuit. */
  private void compareCounts(String when) {
    var operator = reader(MAYOR);
    var counted = oracle.letters.stream().filter(l -> l.inCircuit).count();
    assertThat(unread.list(operator)).as("unread documents " + when).hasSize((int) counted);
    assertThat(Stream.concat(town.read(operator).stream(), system.read(operator).stream()))
        .as("counts " + when)
        .filteredOn(f -> f.name().equals("unread") || f.name().equals("index"))
        .extracting(SystemState.Fact::value)
        .containsOnly(Long.toString(counted))
        .hasSize(2);
  }

  private Set<Long> journalled(Reader reader) {
    var letters = new HashSet<Long>();
    String after = null;
    do {
      var page = journal.page(reader, new JournalFilter(null, null, null, null, after));
      page.lines().stream()
          .map(JournalPage.Line::letter)
          .filter(Objects::nonNull)
          .forEach(letters::add);
      after = page.next();
    } while (after != null);
    return letters;
  }

  private void compare(Reader reader, TownOracle.Letter letter, boolean seen, String as) {
    var about = "letter " + letter.word + " for " + as;
    assertThat(searches.find(reader, SearchWish.of(letter.word)).total())
        .as(about)
        .isEqualTo(seen ? 1 : 0);
    assertThat(tags.suggest(reader, "sur " + letter.word))
        .as("tag of " + about)
        .hasSize(seen ? 1 : 0);
    assertThat(contacts.suggest(reader, letter.word))
        .as("sender of " + about)
        .hasSize(seen ? 1 : 0);
    boolean reads = seen && oracle.readsNote(reader.login(), letter, MAYOR);
    assertThat(searches.find(reader, SearchWish.of("note" + letter.word)).total())
        .as("note on " + about)
        .isEqualTo(reads ? 1 : 0);
    if (seen) {
      assertThat(correspondences.view(reader, letter.id).id()).isEqualTo(letter.id);
      assertThat(actions.visible(reader, letter.id).id()).isEqualTo(letter.id);
      assertThat(correspondences.history(reader, letter.id)).as(about).isNotEmpty();
      assertThat(notes.of(reader, letter.id)).as("notes of " + about).hasSize(reads ? 1 : 0);
      assertThat(tasks.of(reader, letter.id)).as("tasks of " + about).hasSize(letter.asked);
      assertThat(lines.of(reader, letter.id)).as("opinions on " + about).hasSize(letter.opinions);
    } else {
      assertThatThrownBy(() -> correspondences.view(reader, letter.id))
          .as(about)
          .isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> correspondences.history(reader, letter.id))
          .as(about)
          .isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> actions.offered(reader, letter.id))
          .as(about)
          .isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> notes.of(reader, letter.id)).as(about).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> tasks.of(reader, letter.id)).as(about).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> lines.of(reader, letter.id)).as(about).isInstanceOf(Refusal.class);
    }
  }

  /** What was committed is in the index once nothing waits for it. */
  private void awaitIndex() {
    var until = Instant.now().plusSeconds(60);
    while (queued() > 0) {
      assertThat(Instant.now()).as("the index catches up").isBefore(until);
      LockSupport.parkNanos(100_000_000);
    }
  }

  private void run(String change) {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(change);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long queued() {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select count(*) from index_queue where tenant_id = " + TenantContext.required())) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long version(TownOracle.Letter letter) {
    return seen(MAYOR, letter).version();
  }

  private LetterView seen(String login, TownOracle.Letter letter) {
    return correspondences.view(reader(login), letter.id);
  }

  private Reader reader(String login) {
    return readers.of(organisation.agent(login).orElseThrow().id()).orElseThrow();
  }

  private String any(Collection<String> from) {
    return List.copyOf(from).get(random.nextInt(from.size()));
  }

  private static AgentWish.Place seat(String unit, Function function) {
    return new AgentWish.Place(unit, function, true);
  }

  private static AgentWish wish(String login, List<AgentWish.Place> places, String... in) {
    return new AgentWish(
        login, "Prénom", "Nom" + login, null, null, null, null, places, List.of(in));
  }

  private static GroupWish group(String code, Right... rights) {
    return new GroupWish(
        code, code, Stream.of(rights).collect(Collectors.toMap(r -> r, r -> Perimeter.TOWN)), null);
  }

  private static <T> T find(String name, Class<T> type) {
    return TestWar.find(TestWar.EJB + name, type);
  }
}
