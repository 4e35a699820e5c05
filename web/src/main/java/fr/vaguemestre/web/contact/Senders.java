package fr.vaguemestre.web.contact;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.contact.ContactLine;
import fr.vaguemestre.contact.Contacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts picked by name: what a field holds is the line shown. */
@Named
@RequestScoped
public class Senders {
  private static final String BETWEEN = " · ";

  @Inject Contacts contacts;
  @Inject CurrentReader reader;

  public List<String> suggest(String typed) {
    return contacts.suggest(reader.get(), typed).stream().map(Senders::shown).toList();
  }

  /** The contact whose line this is; none when it was typed and not picked. */
  public Optional<Long> find(String line) {
    return contacts.suggest(reader.get(), name(line)).stream()
        .filter(c -> shown(c).equalsIgnoreCase(line.strip()))
        .map(ContactLine::id)
        .findFirst();
  }

  /** The name that a line begins with. */
  public static String name(String line) {
    return line.split(BETWEEN)[0];
  }

  /** The line of a contact. */
  public static String shown(ContactLine contact) {
    return Stream.of(contact.name(), contact.city(), contact.email())
        .filter(s -> s != null && !s.isBlank())
        .distinct()
        .collect(Collectors.joining(BETWEEN));
  }
}
