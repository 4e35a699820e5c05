package fr.vaguemestre.dispatch;

import fr.vaguemestre.contact.Contact;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A postal address as French mail sorting reads it (NF Z10-011): six lines at most of 38
 * characters, capitals without accent or punctuation, from the person to the postcode and town.
 */
public record PostalAddress(List<String> lines) {
  private static final int MOST = 6;
  private static final int WIDE = 38;

  public PostalAddress {
    lines = List.copyOf(lines);
  }

  /** Empty when the name, the street, the postcode or the town is missing, or it does not fit. */
  public static Optional<PostalAddress> of(Contact contact) {
    var person =
        Stream.of(contact.civility(), contact.firstName(), contact.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return lines(
            person,
            contact.company(),
            contact.complement(),
            contact.street(),
            contact.postcode(),
            contact.city())
        .map(PostalAddress::new);
  }

  static Optional<List<String>> lines(
      String person,
      String company,
      String complement,
      String street,
      String postcode,
      String city) {
    var name = clean(company == null ? person : company);
    if (Stream.of(name, clean(street), clean(postcode), clean(city)).anyMatch(String::isEmpty)) {
      return Optional.empty();
    }
    var lines = new ArrayList<String>();
    Stream.of(name, company == null ? "" : clean(person), clean(complement), clean(street))
        .forEach(part -> lines.addAll(wrapped(part)));
    lines.add(clean(postcode) + " " + clean(city));
    boolean fits = lines.size() <= MOST && lines.stream().allMatch(line -> line.length() <= WIDE);
    return fits ? Optional.of(lines) : Optional.empty();
  }

  static String clean(String text) {
    return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[œŒ]", "OE")
        .replaceAll("[æÆ]", "AE")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", " ")
        .strip();
  }

  /** Between words, in lines as long as may be; a word too long for a line stays whole. */
  private static List<String> wrapped(String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
