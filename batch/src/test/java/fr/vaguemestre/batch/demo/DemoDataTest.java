package fr.vaguemestre.batch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.batch.demo.DemoLetter.Category;
import fr.vaguemestre.batch.demo.DemoLetter.Stage;
import fr.vaguemestre.batch.demo.DemoTown.Agent;
import fr.vaguemestre.batch.demo.DemoTown.Post;
import fr.vaguemestre.batch.demo.DemoTown.TypeNode;
import fr.vaguemestre.batch.demo.DemoTown.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
  private static final Set<String> RIGHTS =
      Set.of(
          "REGISTER QUALIFY REDIRECT PROCESS REQUEST_CONTRIBUTION CONTRIBUTE VISA SIGN SEND CLOSE"
              .concat(" REQUEST_TASK")
              .concat(" REOPEN NOTE READ_CONFIDENTIAL REGISTER_SENSITIVE MANAGE_TEMPLATES")
              .concat(" MANAGE_GENERIC_TEMPLATES ADMIN_AGENTS ADMIN_DISTRIBUTION")
              .concat(" MANAGE_TEMPLATES:BRANCH ADMIN_AGENTS:BRANCH ADMIN_DISTRIBUTION:BRANCH")
              .concat(" ADMIN_ORGANISATION ADMIN_TYPES ADMIN_CIRCUITS ADMIN_PLATFORM OPERATE")
              .concat(" VIEW_JOURNAL ARCHIVE SIGN_ELIMINATION")
              .split(" "));
  static final List<String> TOWNS = DemoData.TOWNS;

  @Test
  void the_towns_offer_the_accounts_that_are_promised() {
    assertThat(codes(DemoData.town("pontarlieu").agents(), Agent::login))
        .contains("courrier", "cab", "dgs", "dga", "assistante", "agent", "autre", "elu")
        .contains("admin", "exploitant")
        .hasSizeGreaterThanOrEqualTo(40);
    assertThat(codes(DemoData.town("vauclair").agents(), Agent::login))
        .containsExactlyInAnyOrder(
            "courrier2", "admin2", "assistante2", "agent2", "dgs2", "elu2", "l.hardy", "j.foucher");
  }

  /** As docs/admin/retention.md says: of requests in the demo, the copy alone is erased. */
  @ParameterizedTest
  @FieldSource("TOWNS")
  void BAT2_every_type_has_a_retention_rule(String name) {
    assertThat(DemoData.town(name).types())
        .filteredOn(type -> type.rules() != null)
        .isNotEmpty()
        .allSatisfy(type -> assertThat(type.rules().retention()).isNotNull())
        .allSatisfy(type -> assertThat(type.rules().disposition()).isNotNull());
  }

  @ParameterizedTest
  @FieldSource("TOWNS")
  void every_code_is_unique_and_every_reference_resolves(String name) {
    DemoTown town = DemoData.town(name);
    Set<String> units = codes(town.units(), Unit::code);
    Set<String> logins = codes(town.agents(), Agent::login);
    Set<String> groups = codes(town.groups(), DemoTown.Group::code);
    Set<String> types = codes(town.types(), TypeNode::code);
    Set<String> templates = codes(town.templates(), DemoTown.Template::code);
    codes(town.contacts(), DemoTown.Contact::code);

    assertThat(units).containsAll(used(town.units(), Unit::parent));
    assertThat(logins).containsAll(used(town.units(), Unit::chief));
    assertThat(town.units()).filteredOn(u -> u.parent() == null).hasSize(1);
    assertThat(RIGHTS).containsAll(spread(town.groups(), DemoTown.Group::rights));
    assertThat(groups).containsAll(spread(town.agents(), Agent::groups));
    for (Agent agent : town.agents()) {
      assertThat(agent.posts()).filteredOn(Post::primary).as(agent.login()).hasSize(1);
      assertThat(units).containsAll(used(agent.posts(), Post::unit));
    }
    assertThat(types).containsAll(used(town.types(), TypeNode::parent));
    for (TypeNode type : leaves(town)) {
      assertThat(units).contains(type.rules().defaultUnit());
      assertThat(templates).containsAll(type.rules().replyTemplates());
      Period.parse(type.rules().retention());
      if (type.rules().regime() == DemoTown.Regime.NONE) {
        assertThat(type.rules().legalDelay()).isNull();
      } else {
        Period.parse(type.rules().legalDelay());
      }
    }
    assertThat(units).containsAll(used(town.templates(), DemoTown.Template::unit));
    assertThat(units).containsAll(used(town.distributions(), DemoTown.Distribution::unit));
    assertThat(logins).containsAll(used(town.distributions(), DemoTown.Distribution::destination));
    assertThat(units).containsAll(spread(town.distributions(), DemoTown.Distribution::copyUnits));
    assertThat(logins).containsAll(spread(town.distributions(), DemoTown.Distribution::copyAgents));
    assertThat(codes(town.salutations(), DemoTown.Salutation::code))
        .containsAll(used(town.contacts(), DemoTown.Contact::salutation));
    ZoneId.of(town.tenant().timezone());
  }

  @ParameterizedTest
  @FieldSource("TOWNS")
  void every_reference_of_a_letter_resolves(String name) {
    DemoTown town = DemoData.town(name);
    Set<String> units = codes(town.units(), Unit::code);
    Set<String> logins = codes(town.agents(), Agent::login);
    Set<String> types =
        leaves(town).stream().map(TypeNode::code).collect(Collectors.toUnmodifiableSet());
    List<DemoLetter> letters = DemoData.letters(name);
    codes(letters, DemoLetter::ref);

    assertThat(codes(town.contacts(), DemoTown.Contact::code))
        .containsAll(used(letters, DemoLetter::contact));
    assertThat(codes(town.priorities(), DemoTown.Priority::code))
        .containsAll(used(letters, DemoLetter::priority));
    assertThat(types).containsAll(used(letters, DemoLetter::type));
    assertThat(units)
        .containsAll(used(letters, DemoLetter::unit))
        .containsAll(spread(letters, DemoLetter::copyUnits));
    assertThat(logins)
        .containsAll(used(letters, DemoLetter::author))
        .containsAll(used(letters, DemoLetter::registeredBy))
        .containsAll(used(letters, DemoLetter::assignedTo))
        .containsAll(spread(letters, DemoLetter::copyAgents));
    for (DemoLetter letter : letters) {
      Set<String> named = new HashSet<>(used(letter.notes(), DemoLetter.Note::author));
      if (letter.contribution() != null) {
        var asked = letter.contribution();
        named.addAll(some(asked.askedBy(), asked.askedOf(), asked.answeredBy()));
        assertThat(units).containsAll(some(asked.askedOfUnit()));
      }
      if (letter.round() != null) {
        assertThat(units).containsAll(used(letter.round().of(), DemoLetter.Opinion::unit));
        named.add(letter.round().askedBy());
        named.addAll(used(letter.round().of(), DemoLetter.Opinion::agent));
        named.addAll(used(letter.round().of(), DemoLetter.Opinion::answeredBy));
      }
      if (letter.tasks() != null) {
        assertThat(units).containsAll(used(letter.tasks(), DemoLetter.Task::unit));
        named.addAll(used(letter.tasks(), DemoLetter.Task::askedBy));
        named.addAll(used(letter.tasks(), DemoLetter.Task::answeredBy));
      }
      if (letter.reply() != null) {
        named.addAll(some(letter.reply().author(), letter.reply().signer()));
        named.addAll(letter.reply().visas());
      }
      if (letter.closing() != null) {
        named.add(letter.closing().author());
      }
      assertThat(logins).as(letter.ref()).containsAll(named);
    }
  }

  @ParameterizedTest
  @FieldSource("TOWNS")
  void a_letter_carries_what_its_stage_supposes(String name) {
    for (DemoLetter letter : DemoData.letters(name)) {
      String ref = letter.ref();
      Stage stage = letter.stage();
      assertThat(letter.type() == null).as(ref).isEqualTo(stage == Stage.TO_QUALIFY);
      assertThat(letter.reply() != null).as(ref).isEqualTo(stage.hasReply());
      assertThat(letter.closing() != null).as(ref).isEqualTo(stage == Stage.CLOSED_WITHOUT_REPLY);
      assertThat(letter.documentDay()).as(ref).isLessThanOrEqualTo(letter.arrivalDay());
      assertThat(letter.arrivalDay()).as(ref).isLessThanOrEqualTo(0);
      assertThat(letter.author() != null).as(ref).isEqualTo(letter.category() != Category.INCOMING);
      if (stage == Stage.CONTRIBUTION_ASKED) {
        assertThat(letter.contribution().answer()).as(ref).isNull();
      }
      if (stage == Stage.CONTRIBUTION_GIVEN) {
        assertThat(letter.contribution().answer()).as(ref).isNotBlank();
      }
      if (letter.reply() != null) {
        var reply = letter.reply();
        assertThat(reply.day()).as(ref).isBetween(letter.arrivalDay(), 0);
        boolean visaed = stage.compareTo(Stage.IN_VISA) > 0;
        assertThat(reply.visasGiven() == reply.visas().size()).as(ref).isEqualTo(visaed);
        assertThat(reply.signedDay() != null).as(ref).isEqualTo(stage.compareTo(Stage.SIGNED) >= 0);
        assertThat(reply.sentBy() != null).as(ref).isEqualTo(stage == Stage.SENT);
      }
    }
  }

  @Test
  void sixty_letters_show_every_stage_and_give_each_account_something_to_do() {
    List<DemoLetter> letters = DemoData.letters("pontarlieu");
    assertThat(letters).hasSize(60);
    assertThat(DemoData.letters("vauclair")).hasSize(12);
    assertThat(letters.stream().map(DemoLetter::stage).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Stage.class));
    assertThat(letters).filteredOn(DemoLetter::confidential).hasSize(3);
    assertThat(letters).filteredOn(DemoLetter::sensitive).hasSize(2);
    assertThat(letters.stream().map(DemoLetter::category).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Category.class));
    assertThat(letters.stream().map(DemoLetter::channel).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(DemoLetter.Channel.class));
    assertThat(letters.stream().map(l -> l.paper().kind()).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(DemoLetter.FileKind.class));

    assertThat(letters).filteredOn(l -> visaAwaitedOf("dga", l)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(letters).filteredOn(l -> visaAwaitedOf("dgs", l)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(letters).filteredOn(l -> visaAwaitedOf("p.merle", l)).isNotEmpty();
    assertThat(letters)
        .filteredOn(l -> l.stage() == Stage.TO_SIGN && l.reply().signer().equals("elu"))
        .filteredOn(l -> l.reply().onPaper() == null)
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(letters)
        .filteredOn(l -> l.reply() != null && Boolean.TRUE.equals(l.reply().onPaper()))
        .as("O15: a letter that an assistant has to have signed by hand")
        .singleElement()
        .satisfies(l -> assertThat(l.stage()).isEqualTo(Stage.TO_SIGN))
        .satisfies(l -> assertThat(l.assignedTo()).isEqualTo("assistante"));
    assertThat(letters)
        .filteredOn(l -> l.tasks() != null && "dga".equals(l.assignedTo()))
        .as("O12: a letter that the DGA split, with an answer come and others awaited")
        .singleElement()
        .satisfies(
            l ->
                assertThat(l.tasks())
                    .extracting(DemoLetter.Task::answer)
                    .hasSize(3)
                    .containsNull()
                    .anyMatch(Objects::nonNull));
    assertThat(letters)
        .filteredOn(l -> l.round() != null)
        .as("CIR4: opinions asked at once, one come and others awaited")
        .extracting(l -> l.round().of())
        .singleElement()
        .satisfies(
            of ->
                assertThat(of)
                    .extracting(DemoLetter.Opinion::answer)
                    .hasSize(3)
                    .containsNull()
                    .anyMatch(Objects::nonNull));
    for (String login : List.of("assistante", "agent", "autre", "dga", "cab")) {
      assertThat(letters).as(login).anyMatch(l -> login.equals(l.assignedTo()));
    }
  }

  @ParameterizedTest
  @FieldSource("TOWNS")
  void letters_are_real_texts_and_no_subject_comes_twice(String name) {
    List<DemoLetter> letters = DemoData.letters(name);
    codes(letters, DemoLetter::subject);
    for (DemoLetter letter : letters) {
      assertThat(words(letter.paragraphs())).as(letter.ref()).isGreaterThanOrEqualTo(60);
      if (letter.reply() != null) {
        assertThat(words(letter.reply().paragraphs())).as(letter.ref()).isGreaterThanOrEqualTo(60);
      }
    }
  }

  @Test
  void twelve_types_hang_on_a_tree_of_three_levels() {
    DemoTown town = DemoData.town("pontarlieu");
    assertThat(leaves(town)).hasSize(12);
    for (TypeNode type : town.types()) {
      int parentLevel =
          town.types().stream()
              .filter(t -> t.code().equals(type.parent()))
              .mapToInt(TypeNode::level)
              .findFirst()
              .orElse(0);
      assertThat(type.level()).as(type.code()).isEqualTo(parentLevel + 1);
      assertThat(type.rules() != null).as(type.code()).isEqualTo(type.level() == 3);
    }
    assertThat(town.priorities()).hasSize(3).filteredOn(DemoTown.Priority::byDefault).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "town-pontarlieu.json",
        "town-vauclair.json",
        "letters-pontarlieu.json",
        "letters-vauclair.json"
      })
  void no_address_or_number_could_reach_a_real_person(String file) throws IOException {
    String text;
    try (InputStream in = getClass().getResourceAsStream("/demo/" + file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(all("[\\w.+-]+@[\\w.-]+", text))
        .allMatch(mail -> mail.matches(".*@([\\w-]+\\.)?example\\.(fr|org|net)"));
    assertThat(all("\\b0\\d( \\d\\d){4}\\b", text))
        .allMatch(p -> p.matches("(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) .*"));
  }

  private static boolean visaAwaitedOf(String login, DemoLetter letter) {
    return letter.stage() == Stage.IN_VISA
        && letter.reply().visas().get(letter.reply().visasGiven()).equals(login);
  }

  private static List<TypeNode> leaves(DemoTown town) {
    return town.types().stream().filter(t -> t.level() == 3).toList();
  }

  private static int words(List<String> paragraphs) {
    return String.join(" ", paragraphs).split("[ \u00a0]+").length;
  }

  private static <T> Set<String> codes(List<T> all, Function<T, String> code) {
    List<String> codes = all.stream().map(code).toList();
    assertThat(codes).doesNotHaveDuplicates().doesNotContainNull();
    return Set.copyOf(codes);
  }

  private static <T> Set<String> used(List<T> all, Function<T, String> reference) {
    return all.stream().map(reference).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static <T> Set<String> spread(List<T> all, Function<T, List<String>> references) {
    return all.stream().flatMap(t -> references.apply(t).stream()).collect(Collectors.toSet());
  }

  private static Set<String> some(String... values) {
    return Stream.of(values).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group()).toList();
  }
}
