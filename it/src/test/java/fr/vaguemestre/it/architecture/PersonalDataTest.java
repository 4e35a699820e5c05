package fr.vaguemestre.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every column of text of the migrations is some feature's personal data, or is said to hold none;
 * the list in the administrators' manual is made from what the features say. When it is behind, run
 * this test with {@code -Dvaguemestre.personal-data=write}.
 */
class PersonalDataTest {
  private static final Path HOME =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
          .toAbsolutePath()
          .normalize();
  private static final Path LIST = HOME.resolve("docs/admin/personal-data.md");

  /** {@code table: why} or {@code table.column: why}, one a line. */
  private static final Path NONE = HOME.resolve("it/src/test/resources/no-personal-data.txt");

  @Test
  void GRC8_every_column_of_text_is_declared_or_holds_nothing_of_people() throws IOException {
    var unknown = new TreeSet<>(Schema.texts(HOME));
    declared().forEach(unknown::remove);
    var none = none();
    unknown.removeIf(column -> none.contains(column) || none.contains(table(column)));
    assertThat(unknown)
        .as("columns of text that no PersonalData declares and no-personal-data.txt does not name")
        .isEmpty();
  }

  @Test
  void GRC8_what_is_declared_or_said_to_hold_nothing_is_there() throws IOException {
    var columns = Schema.texts(HOME);
    var tables = Schema.tables(HOME);
    assertThat(holdings()).extracting(Holding::table).isSubsetOf(tables);
    assertThat(none()).allMatch(name -> columns.contains(name) || tables.contains(name));
    var both = none();
    both.retainAll(declared());
    assertThat(both).isEmpty();
  }

  @Test
  void GRC8_the_manual_says_what_the_features_say() throws IOException {
    var made = made();
    if ("write".equals(System.getProperty("vaguemestre.personal-data"))) {
      Files.writeString(LIST, made);
    }
    assertThat(LIST).hasContent(made);
  }

  private static String made() throws IOException {
    var lines = new ArrayList<String>();
    lines.add(
        Files.readString(HOME.resolve("it/src/test/resources/personal-data-head.md")).strip());
    lines.add("");
    lines.add(
        "| Rubrique | Ce qui est gardé | Où | Copie de la demande | Anonymisation | Destruction |");
    lines.add("|---|---|---|---|---|---|");
    features()
        .forEach(
            (feature, data) ->
                data.holdings().stream()
                    .filter(holding -> !holding.columns().isEmpty())
                    .forEach(holding -> lines.add(line(feature, holding))));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String feature, Holding holding) {
    return "| %s | %s | `%s` : %s | %s |"
        .formatted(
            feature,
            holding.words(),
            holding.table(),
            String.join(", ", holding.columns().keySet()),
            String.join(" | ", holding.fates()));
  }

  private static Set<String> declared() {
    return holdings().stream()
        .flatMap(h -> h.columns().keySet().stream().map(column -> h.table() + "." + column))
        .collect(Collectors.toSet());
  }

  private static List<Holding> holdings() {
    return features().values().stream().flatMap(data -> data.holdings().stream()).toList();
  }

  /** By the name of the feature's package. */
  private static TreeMap<String, PersonalData> features() {
    var found = new TreeMap<String, PersonalData>(Comparator.naturalOrder());
    Modules.shipped().stream()
        .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
        .forEach(type -> found.put(feature(type.getPackageName()), made(type.reflect())));
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String feature(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  private static PersonalData made(Class<?> type) {
    try {
      return (PersonalData) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> none() throws IOException {
    return Files.readAllLines(NONE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String table(String column) {
    return column.substring(0, column.indexOf('.'));
  }
}
