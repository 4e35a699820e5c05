package fr.vaguemestre.transfer;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart as a file: checked line by line, then taken whole or not at all. */
@Stateless
public class UnitFiles {
  /** In the order of the file. */
  public static final List<String> COLUMNS =
      List.of(
          "code", "nom", "nom_court", "nature", "rattachement", "courriel", "telephone", "adresse");

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "code",
          "code",
          "label",
          "nom",
          "shortLabel",
          "nom_court",
          "kind",
          "nature",
          "parent",
          "rattachement",
          "email",
          "courriel",
          "phone",
          "telephone",
          "address",
          "adresse");

  @Inject Database database;
  @Inject Wishes wishes;
  @Inject Chart chart;
  @Inject Readers readers;
  @Inject Journal journal;

  /** What the file would do; nothing is changed. */
  public Plan check(Reader reader, byte[] file) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    return read(file).plan();
  }

  /**
   * Does what the file says, in one transaction.
   *
   * @throws Refusal CONFLICT when a line is wrong: nothing is changed
   */
  public Plan apply(Reader reader, byte[] file) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    readers.organisationChanged();
    var read = read(file);
    if (!read.plan().good()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "transfer.wrong-lines");
    }
    read.topDown().forEach(wish -> chart.saveUnit(wish, null));
    journal.administration(
        reader, "IMPORT_UNITS", read.plan().created() + "+" + read.plan().changed());
    return read.plan();
  }

  /** Every open unit, in the order of its code. */
  public byte[] export(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    return CsvFile.write(
        COLUMNS,
        present().values().stream()
            .filter(Known::open)
            .map(Known::wish)
            .sorted(Comparator.comparing(UnitWish::code))
            .map(UnitFiles::row)
            .toList());
  }

  private record Known(UnitWish wish, boolean open) {}

  /** What a file asks for: the units that are new or changed, and the chart as it would be. */
  private record Read(Plan plan, List<UnitWish> wishes, Map<String, String> parents) {
    /** Each after its parent, so that no move goes through a loop. */
    List<UnitWish> topDown() {
      return wishes.stream().sorted(Comparator.comparingInt(w -> depth(w.code()))).toList();
    }

    private int depth(String code) {
      int depth = 0;
      for (var at = parents.get(code); at != null; at = parents.get(at)) {
        depth++;
      }
      return depth;
    }
  }

  private Read read(byte[] file) {
    var lines = CsvFile.read(file, COLUMNS);
    var present = present();
    var asked = new LinkedHashMap<String, UnitWish>();
    var problems = new ArrayList<Problem>();
    for (var line : lines) {
      var wish = wish(line, problems);
      problems.addAll(wishes.problems(line, wish, PROPERTIES));
      if (wish.code() != null && asked.put(wish.code(), wish) != null) {
        problems.add(Problem.of(line, "code", "transfer.twice", wish.code()));
      }
    }
    var parents = new HashMap<String, String>();
    present.values().forEach(k -> parents.put(k.wish().code(), k.wish().parent()));
    asked.values().forEach(w -> parents.put(w.code(), w.parent()));
    lines.forEach(line -> place(line, present, parents, problems));
    var moving =
        asked.values().stream()
            .filter(w -> !present.containsKey(w.code()) || !present.get(w.code()).wish().equals(w))
            .toList();
    long created = moving.stream().filter(w -> !present.containsKey(w.code())).count();
    return new Read(
        new Plan(created, moving.size() - created, asked.size() - moving.size(), problems),
        moving,
        parents);
  }

  private static UnitWish wish(Line line, List<Problem> problems) {
    var kind = line.text("nature");
    var known = Stream.of(UnitKind.values()).filter(k -> k.name().equals(kind)).findFirst();
    if (kind != null && known.isEmpty()) {
      problems.add(
          Problem.of(
              line,
              "nature",
              "transfer.unknown-kind",
              kind,
              Stream.of(UnitKind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
    return new UnitWish(
        line.text("code"),
        line.text("nom"),
        line.text("nom_court"),
        known.orElse(kind == null ? null : UnitKind.SERVICE),
        line.text("rattachement"),
        line.text("courriel"),
        line.text("telephone"),
        line.text("adresse"));
  }

  /** One top, no unknown or closed unit above, no loop. */
  private static void place(
      Line line, Map<String, Known> present, Map<String, String> parents, List<Problem> problems) {
    var code = line.text("code");
    var parent = line.text("rattachement");
    var known = present.get(code);
    if (known != null && !known.open()) {
      problems.add(Problem.of(line, "code", "transfer.closed", code));
    }
    boolean top = known != null && known.wish().parent() == null;
    if (parent == null && !top && !present.isEmpty()) {
      problems.add(Problem.of(line, "rattachement", "transfer.parent-missing"));
    } else if (parent != null && top) {
      problems.add(Problem.of(line, "rattachement", "transfer.top-stays", code));
    } else if (parent != null
        && (!parents.containsKey(parent)
            || present.containsKey(parent) && !present.get(parent).open())) {
      problems.add(Problem.of(line, "rattachement", "transfer.unknown-unit", parent));
    } else if (loops(code, parents)) {
      problems.add(Problem.of(line, "rattachement", "transfer.loop", parent));
    }
  }

  private static boolean loops(String code, Map<String, String> parents) {
    var seen = new HashSet<String>();
    for (var at = code; at != null; at = parents.get(at)) {
      if (!seen.add(at)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Known> present() {
    return database
        .list(
            sql(
                "select u.*, p.code as parent from unit u left join unit p on p.tenant_id = u.tenant_id and p.id = u.parent_id"),
            UnitFiles::known)
        .stream()
        .collect(Collectors.toMap(k -> k.wish().code(), k -> k));
  }

  private static Known known(Row row) {
    return new Known(
        new UnitWish(
            row.text("code"),
            row.text("label"),
            row.text("short_label"),
            row.constant("kind", UnitKind.class),
            row.text("parent"),
            row.text("email"),
            row.text("phone"),
            row.text("address")),
        row.date("closed_on") == null);
  }

  private static List<String> row(UnitWish unit) {
    return java.util.Arrays.asList(
        unit.code(),
        unit.label(),
        unit.shortLabel(),
        unit.kind().name(),
        unit.parent(),
        unit.email(),
        unit.phone(),
        unit.address());
  }
}
