package fr.vaguemestre.web.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.installation.TownState;
import fr.vaguemestre.journal.TownJournal;
import fr.vaguemestre.mail.catcher.DemoMailbox;
import fr.vaguemestre.retention.RetentionLists;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the administration offers a reader; each page's service decides by itself. */
@Named
@RequestScoped
public class AdminMenu {
  private static final List<Place> PLACES =
      List.of(
          new Place("operation", TownState::open, "state", Set.of()),
          new Place("operation", anyOf(Right.OPERATE), "monitoring", Set.of()),
          new Place("operation", anyOf(Right.OPERATE), "outbox", Set.of()),
          new Place("operation", anyOf(Right.OPERATE), "jobs", Set.of("job")),
          new Place("operation", TownJournal::open, "journal", Set.of()),
          new Place(
              "organisation",
              anyOf(Right.ADMIN_ORGANISATION, Right.ADMIN_DISTRIBUTION),
              "units",
              Set.of("unit", "move", "close", "closure")),
          new Place("organisation", anyOf(Right.ADMIN_AGENTS), "agents", Set.of("agent")),
          new Place(
              "organisation",
              r -> r.may(Right.ADMIN_AGENTS, null),
              "clients",
              Set.of("client", "webhook", "calls")),
          new Place(
              "organisation",
              r -> r.may(Right.ADMIN_ORGANISATION, null),
              "groups",
              Set.of("group")),
          new Place(
              "organisation", r -> r.may(Right.ADMIN_ORGANISATION, null), "absences", Set.of()),
          new Place("organisation", r -> r.may(Right.ADMIN_ORGANISATION, null), "help", Set.of()),
          new Place(
              "letters",
              r -> r.may(Right.ADMIN_ORGANISATION, null),
              "mailboxes",
              Set.of("mailbox")),
          new Place("organisation", r -> r.may(Right.ADMIN_ORGANISATION, null), "look", Set.of()),
          new Place("letters", r -> r.may(Right.ADMIN_ORGANISATION, null), "copies", Set.of()),
          new Place("letters", r -> r.may(Right.ADMIN_ORGANISATION, null), "privacy", Set.of()),
          new Place("letters", r -> r.may(Right.ADMIN_ORGANISATION, null), "seal", Set.of()),
          new Place("letters", anyOf(Right.ADMIN_TYPES), "types", Set.of("type")),
          new Place("letters", RetentionLists::open, "retention", Set.of("retention-list")),
          new Place("letters", anyOf(Right.ADMIN_TYPES), "priorities", Set.of("priority")),
          new Place("letters", anyOf(Right.ADMIN_TYPES), "calendar", Set.of()),
          new Place(
              "letters",
              anyOf(Right.MANAGE_TEMPLATES, Right.MANAGE_GENERIC_TEMPLATES),
              "templates",
              Set.of("template", "template-preview")),
          new Place(
              "letters",
              anyOf(Right.MANAGE_TEMPLATES, Right.ADMIN_TYPES),
              "chains",
              Set.of("chain")),
          new Place(
              "letters",
              anyOf(Right.MANAGE_TEMPLATES, Right.MANAGE_GENERIC_TEMPLATES),
              "answers",
              Set.of("answer")),
          new Place(
              "letters",
              anyOf(Right.MANAGE_TEMPLATES, Right.MANAGE_GENERIC_TEMPLATES),
              "wordings",
              Set.of("wording")),
          new Place(
              "letters",
              anyOf(Right.ADMIN_CIRCUITS),
              "circuits",
              Set.of(
                  "circuit-draft",
                  "circuit-import",
                  "circuit-state",
                  "circuit-try",
                  "circuit-way",
                  "passage",
                  "passage-run")),
          new Place("letters", r -> r.may(Right.ADMIN_CIRCUITS, null), "baskets", Set.of("basket")),
          new Place(
              "platform",
              r -> r.may(Right.ADMIN_PLATFORM, null),
              "towns",
              Set.of("town", "town-delete")));

  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  @Inject DemoMailbox mailbox;

  /** A page and the pages under it. */
  private record Place(String section, Predicate<Reader> open, String page, Set<String> below) {
    String url() {
      return "/admin/" + page + ".xhtml";
    }
  }

  /** A heading of the menu. */
  public record Section(String name, List<Entry> entries) {}

  /** A link of the menu; {@code label} is a message key. */
  public record Entry(String label, String url, boolean here) {}

  /** The first page this reader may open; null when there is none. */
  public String getHome() {
    return open().stream().findFirst().map(Place::url).orElse(null);
  }

  public boolean isCaught() {
    return mailbox.open() && reader.find().filter(r -> r.may(Right.SEND)).isPresent();
  }

  public List<Section> getSections() {
    var open = open();
    return open.stream()
        .map(Place::section)
        .distinct()
        .map(name -> new Section(name, entries(open, name)))
        .toList();
  }

  private List<Entry> entries(List<Place> open, String section) {
    return open.stream()
        .filter(p -> p.section().equals(section))
        .map(p -> new Entry("access.menu." + p.page(), p.url(), here(p)))
        .toList();
  }

  private List<Place> open() {
    return reader.find().stream()
        .flatMap(r -> PLACES.stream().filter(p -> p.open().test(r)))
        .toList();
  }

  private static Predicate<Reader> anyOf(Right... rights) {
    return reader -> Stream.of(rights).anyMatch(reader::may);
  }

  private boolean here(Place place) {
    var path = request.getServletPath();
    return path.equals(place.url())
        || place.below().stream().anyMatch(b -> path.equals("/admin/" + b + ".xhtml"));
  }
}
