package fr.vaguemestre.transfer;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.GroupAdministration.GroupLine;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agents as a file: checked line by line, then taken whole or not at all. Posts are written
 * {@code DSP:ASSISTANT DED:AGENT}, the main one first. Accounts are never closed by a file.
 */
@Stateless
public class AgentFiles {
  /** In the order of the file. */
  public static final List<String> COLUMNS =
      List.of(
          "compte",
          "prenom",
          "nom",
          "civilite",
          "fonction",
          "courriel",
          "telephone",
          "postes",
          "groupes");

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "login",
          "compte",
          "firstName",
          "prenom",
          "lastName",
          "nom",
          "civility",
          "civilite",
          "jobTitle",
          "fonction",
          "email",
          "courriel",
          "phone",
          "telephone",
          "posts",
          "postes",
          "groups",
          "groupes");

  @Inject Database database;
  @Inject Wishes wishes;
  @Inject Chart chart;
  @Inject GroupAdministration groups;
  @Inject Readers readers;
  @Inject Journal journal;

  /** What the file would do; nothing is changed. */
  public Plan check(Reader reader, byte[] file) {
    reader.need(Right.ADMIN_AGENTS, null);
    return read(reader, file).plan();
  }

  /**
   * Does what the file says, in one transaction.
   *
   * @throws Refusal CONFLICT when a line is wrong: nothing is changed
   */
  public Plan apply(Reader reader, byte[] file) {
    reader.need(Right.ADMIN_AGENTS, null);
    readers.organisationChanged();
    var read = read(reader, file);
    if (!read.plan().good()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "transfer.wrong-lines");
    }
    read.wishes().forEach(wish -> groups.join(chart.saveAgent(wish, null), wish.groups()));
    groups.refuseWithoutAdministrator();
    journal.administration(
        reader, "IMPORT_AGENTS", read.plan().created() + "+" + read.plan().changed());
    return read.plan();
  }

  /** Every active person, in the order of their accounts. */
  public byte[] export(Reader reader) {
    reader.need(Right.ADMIN_AGENTS, null);
    return CsvFile.write(
        COLUMNS,
        present().values().stream()
            .sorted(Comparator.comparing(AgentWish::login))
            .map(AgentFiles::row)
            .toList());
  }

  /** What a file asks for: the agents who are new or changed. */
  private record Read(Plan plan, List<AgentWish> wishes) {}

  private Read read(Reader reader, byte[] file) {
    var present = present();
    var units = units();
    var allGroups =
        groups.groups(reader).stream().collect(Collectors.toMap(GroupLine::code, g -> g));
    var asked = new LinkedHashMap<String, AgentWish>();
    var problems = new ArrayList<Problem>();
    for (var line : CsvFile.read(file, COLUMNS)) {
      var wish = wish(line, units, problems);
      problems.addAll(wishes.problems(line, wish, PROPERTIES));
      if (wish.login() != null && asked.put(wish.login(), wish) != null) {
        problems.add(Problem.of(line, "compte", "transfer.twice", wish.login()));
      }
      grants(reader, line, wish, present.get(wish.login()), allGroups, problems);
    }
    var changing = asked.values().stream().filter(w -> !same(w, present.get(w.login()))).toList();
    long created = changing.stream().filter(w -> !present.containsKey(w.login())).count();
    return new Read(
        new Plan(created, changing.size() - created, asked.size() - changing.size(), problems),
        changing);
  }

  private static AgentWish wish(Line line, Set<String> units, List<Problem> problems) {
    var posts = new ArrayList<AgentWish.Place>();
    var taken = new HashSet<String>();
    for (var written : line.words("postes")) {
      var parts = written.split(":", 2);
      var function =
          parts.length == 1
              ? Function.AGENT
              : Stream.of(Function.values())
                  .filter(f -> f.name().equals(parts[1]))
                  .findFirst()
                  .orElse(null);
      if (!units.contains(parts[0])) {
        problems.add(Problem.of(line, "postes", "transfer.unknown-unit", parts[0]));
      } else if (function == null) {
        problems.add(
            Problem.of(
                line,
                "postes",
                "transfer.unknown-function",
                parts[1],
                Stream.of(Function.values()).map(Enum::name).collect(Collectors.joining(", "))));
      } else if (!taken.add(parts[0] + function)) {
        problems.add(Problem.of(line, "postes", "transfer.twice", written));
      }
      posts.add(
          new AgentWish.Place(
              parts[0], function == null ? Function.AGENT : function, posts.isEmpty()));
    }
    return new AgentWish(
        line.text("compte"),
        line.text("prenom"),
        line.text("nom"),
        line.text("civilite"),
        line.text("fonction"),
        line.text("courriel"),
        line.text("telephone"),
        posts,
        line.words("groupes"));
  }

  /** Nobody gives by a file what they could not give on the form. */
  private static void grants(
      Reader reader,
      Line line,
      AgentWish wish,
      AgentWish before,
      Map<String, GroupLine> groups,
      List<Problem> problems) {
    boolean moved = before == null || !posts(before).equals(posts(wish));
    for (var code : wish.groups()) {
      var group = groups.get(code);
      if (group == null) {
        problems.add(Problem.of(line, "groupes", "transfer.unknown-group", code));
      } else {
        boolean had = before != null && before.groups().contains(code);
        group.rights().entrySet().stream()
            .filter(r -> !had || moved && r.getValue() != Perimeter.TOWN)
            .filter(r -> !reader.may(r.getKey(), null))
            .findFirst()
            .ifPresent(
                r ->
                    problems.add(Problem.of(line, "groupes", "transfer.not-yours", group.label())));
      }
    }
  }

  private static boolean same(AgentWish wish, AgentWish before) {
    return before != null
        && withoutSets(wish).equals(withoutSets(before))
        && posts(wish).equals(posts(before))
        && Set.copyOf(wish.groups()).equals(Set.copyOf(before.groups()));
  }

  private static AgentWish withoutSets(AgentWish a) {
    return new AgentWish(
        a.login(),
        a.firstName(),
        a.lastName(),
        a.civility(),
        a.jobTitle(),
        a.email(),
        a.phone(),
        List.of(),
        List.of());
  }

  private static Set<AgentWish.Place> posts(AgentWish agent) {
    return Set.copyOf(agent.posts());
  }

  private Set<String> units() {
    return Set.copyOf(
        database.list(
            sql("select code from unit where closed_on is null"), row -> row.text("code")));
  }

  /** Active people, in one read: posts and groups come as lists. */
  private Map<String, AgentWish> present() {
    return database
        .list(
            sql(
                """
                select a.*,
                  (select string_agg(u.code || ':' || p.function || ':' || p.main, ' ' order by p.main desc, p.id) from post p
                     join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
                    where p.tenant_id = a.tenant_id and p.agent_id = a.id) as posts,
                  (select string_agg(g.code, ' ' order by g.code) from agent_group m
                     join privilege_group g on g.tenant_id = m.tenant_id and g.id = m.group_id
                    where m.tenant_id = a.tenant_id and m.agent_id = a.id) as groups
                  from agent a where a.active and not a.machine
                """),
            AgentFiles::known)
        .stream()
        .collect(Collectors.toMap(AgentWish::login, a -> a));
  }

  private static AgentWish known(Row row) {
    var posts = row.text("posts");
    var groups = row.text("groups");
    return new AgentWish(
        row.text("login"),
        row.text("first_name"),
        row.text("last_name"),
        row.text("civility"),
        row.text("job_title"),
        row.text("email"),
        row.text("phone"),
        posts == null
            ? List.of()
            : Stream.of(posts.split(" ")).map(p -> p.split(":")).map(AgentFiles::place).toList(),
        groups == null ? List.of() : List.of(groups.split(" ")));
  }

  private static AgentWish.Place place(String[] parts) {
    return new AgentWish.Place(
        parts[0], Function.valueOf(parts[1]), Boolean.parseBoolean(parts[2]));
  }

  private static List<String> row(AgentWish agent) {
    return Arrays.asList(
        agent.login(),
        agent.firstName(),
        agent.lastName(),
        agent.civility(),
        agent.jobTitle(),
        agent.email(),
        agent.phone(),
        agent.posts().stream()
            .map(p -> p.unit() + ":" + p.function())
            .collect(Collectors.joining(" ")),
        String.join(" ", agent.groups()));
  }
}
