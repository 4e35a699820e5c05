package fr.vaguemestre.mailing;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transfer.CsvFile;
import fr.vaguemestre.transfer.Line;
import fr.vaguemestre.transfer.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recipients as a CSV with a header: {@code civilite, nom, prenom, organisme, adresse, complement,
 * code_postal, ville, courriel}, in any order, accents and case aside; other columns are let be. A
 * name or an organisation is needed, and by mail an e-mail, by post a street, a postcode and a
 * town.
 */
final class RecipientFile {
  private static final int MOST = 5_000;

  /** The line of those who are in no file. */
  private static final long KNOWN = 0;

  private static final Map<String, Integer> LENGTHS =
      Map.of(
          "civilite",
          20,
          "nom",
          120,
          "prenom",
          120,
          "organisme",
          200,
          "adresse",
          200,
          "complement",
          200,
          "code_postal",
          10,
          "ville",
          120,
          "courriel",
          190);
  private static final Map<String, String> ALSO =
      Map.of(
          "email",
          "courriel",
          "e-mail",
          "courriel",
          "mail",
          "courriel",
          "rue",
          "adresse",
          "cp",
          "code_postal",
          "societe",
          "organisme",
          "titre",
          "civilite",
          "commune",
          "ville");

  private RecipientFile() {}

  /**
   * @param known recipients chosen otherwise
   * @throws Refusal on {@code file} when it is no CSV, or has more than 5,000 lines
   */
  static MailingPlan read(byte[] file, Means means, List<ContactWish> known) {
    var recipients = new ArrayList<ContactWish>();
    var problems = new ArrayList<Problem>();
    var columns = new LinkedHashMap<String, String>();
    var seen = new HashMap<String, Long>();
    for (var person : known) {
      if (seen.putIfAbsent(key(means, person), KNOWN) == null) {
        check(new Line(KNOWN, Map.of()), person, means, problems);
        recipients.add(person);
      }
    }
    if (file != null) {
      var table = CsvFile.table(file);
      table.columns().forEach(name -> columns.put(name, meaning(name)));
      if (table.lines().size() > MOST) {
        throw Refusal.field("file", "mailing.too-many", MOST);
      }
      for (var line : table.lines()) {
        var wish = wish(line, columns, problems);
        check(line, wish, means, problems);
        var before = seen.putIfAbsent(key(means, wish), line.number());
        if (before != null) {
          problems.add(
              before == KNOWN
                  ? Problem.of(line, null, "mailing.twice-known")
                  : Problem.of(line, null, "mailing.twice", before));
        }
        recipients.add(wish);
      }
    }
    return new MailingPlan(columns, recipients, problems, null);
  }

  /** One person, one letter: by mail the e-mail, by post the name and the address. */
  static String key(Means means, ContactWish wish) {
    var words =
        means == Means.EMAIL && wish.email() != null
            ? wish.email()
            : Stream.of(
                    wish.lastName(),
                    wish.firstName(),
                    wish.company(),
                    wish.street(),
                    wish.complement(),
                    wish.postcode(),
                    wish.city())
                .map(word -> Objects.requireNonNullElse(word, ""))
                .collect(Collectors.joining("|"));
    var key = words.toLowerCase(Locale.ROOT);
    return key.length() <= 500 ? key : key.substring(0, 500);
  }

  private static ContactWish wish(Line line, Map<String, String> columns, List<Problem> problems) {
    var values = new HashMap<String, String>();
    columns.forEach(
        (column, meaning) -> {
          var value = line.text(column);
          if (value != null && !meaning.isEmpty()) {
            int most = LENGTHS.get(meaning);
            if (value.length() > most || value.chars().anyMatch(Character::isISOControl)) {
              problems.add(Problem.of(line, column, "mailing.too-long", most));
            }
            values.putIfAbsent(meaning, value);
          }
        });
    return new ContactWish(
        ContactKind.PERSON,
        values.get("civilite"),
        values.get("nom"),
        values.get("prenom"),
        values.get("organisme"),
        values.get("courriel"),
        null,
        values.get("adresse"),
        values.get("complement"),
        values.get("code_postal"),
        values.get("ville"));
  }

  private static void check(Line line, ContactWish wish, Means means, List<Problem> problems) {
    if (wish.lastName() == null && wish.company() == null) {
      problems.add(Problem.of(line, "nom", "mailing.nameless"));
    }
    if (means == Means.EMAIL
        && !String.valueOf(wish.email()).matches("[^\\s@<>,;\"]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+")) {
      problems.add(Problem.of(line, "courriel", "mailing.no-mail"));
    }
    if (means == Means.POST
        && Stream.of(wish.street(), wish.postcode(), wish.city()).anyMatch(Objects::isNull)) {
      problems.add(Problem.of(line, "adresse", "mailing.no-address"));
    }
  }

  private static String meaning(String column) {
    var plain =
        Normalizer.normalize(column, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .strip()
            .replace(' ', '_');
    return LENGTHS.containsKey(plain) ? plain : ALSO.getOrDefault(plain, "");
  }
}
