package fr.vaguemestre.batch.demo;

import static fr.vaguemestre.batch.demo.DemoTown.Function.MAYOR;

import fr.vaguemestre.batch.demo.DemoLetter.Category;
import fr.vaguemestre.batch.demo.DemoLetter.Channel;
import fr.vaguemestre.batch.demo.DemoLetter.Face;
import fr.vaguemestre.batch.demo.DemoLetter.FileKind;
import fr.vaguemestre.batch.demo.DemoTown.Agent;
import fr.vaguemestre.batch.demo.DemoTown.Contact;
import fr.vaguemestre.batch.demo.DemoTown.Unit;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Turns the letters and replies of a {@link DemoTown} into files, the same ones for the same day.
 */
public final class DemoFiles {
  private static final LetterWriter LETTERS = new LetterWriter();

  private final DemoTown town;
  private final DemoDates dates;

  /**
   * @param today the loading day, from which all offsets count
   */
  public DemoFiles(DemoTown town, LocalDate today) {
    this.town = town;
    dates = new DemoDates(today);
  }

  /** The letter as it reached the town, or as the town wrote it. */
  public DemoFile of(DemoLetter letter) {
    FileKind kind = letter.paper().kind();
    String name = fileName(letter);
    return new DemoFile(name + "." + kind.extension(), kind.contentType(), bytes(letter, name));
  }

  /**
   * The reply on the town's paper.
   *
   * @param signed whether the signatory's griffe is on it
   * @throws IllegalArgumentException if the letter has no reply
   */
  public DemoFile reply(DemoLetter letter, boolean signed) {
    DemoLetter.Reply reply = letter.reply();
    if (reply == null) {
      throw new IllegalArgumentException(letter.ref() + " has no reply");
    }
    Agent signer = agent(reply.signer());
    Sheet sheet =
        townSheet(
            agent(reply.author()),
            letter.contact() == null ? List.of() : block(contact(letter.contact())),
            reply.day(),
            reply.subject(),
            reply.paragraphs(),
            signer,
            signed);
    return new DemoFile(
        "reponse-" + letter.ref().toLowerCase(Locale.ROOT) + ".pdf",
        FileKind.PDF.contentType(),
        LETTERS.pdf(sheet, dates.day(reply.day())));
  }

  private byte[] bytes(DemoLetter letter, String name) {
    Sheet sheet = sheet(letter);
    if (letter.paper().kind() == FileKind.DOCX) {
      return new DocxWriter().docx(plainLines(sheet));
    }
    byte[] clean = LETTERS.pdf(sheet, dates.day(letter.documentDay()));
    ScanFaker scanner = new ScanFaker(letter.ref().hashCode());
    return switch (letter.paper().kind()) {
      case PDF, DOCX -> clean;
      case SCAN -> scanner.pdf(clean);
      case TIFF -> scanner.tiff(clean);
      case JPEG -> scanner.jpeg(clean);
      case EML -> mail(letter, name, clean);
    };
  }

  private byte[] mail(DemoLetter letter, String name, byte[] attachment) {
    Contact from = contact(letter.contact());
    Unit unit = unit(letter.unit());
    return new MailWriter()
        .eml(
            "demo." + town.tenant().code() + "." + letter.ref(),
            from.displayName(),
            from.email(),
            unit.email() != null ? unit.email() : town.tenant().email(),
            dates.day(letter.documentDay()).atTime(8, 42).atZone(zone()),
            expand(letter.subject()),
            Stream.concat(expand(letter.paragraphs()).stream(), Stream.of(from.displayName()))
                .toList(),
            name + ".pdf",
            attachment);
  }

  private Sheet sheet(DemoLetter letter) {
    if (letter.category() == Category.INCOMING) {
      return incoming(letter);
    }
    Agent author = agent(letter.author());
    List<String> to =
        letter.contact() == null
            ? List.of(unit(letter.unit()).label())
            : block(contact(letter.contact()));
    return townSheet(
        author, to, letter.documentDay(), letter.subject(), letter.paragraphs(), author, true);
  }

  private Sheet incoming(DemoLetter letter) {
    Contact contact = contact(letter.contact());
    String date = DemoDates.longDate(dates.day(letter.documentDay()));
    boolean written = letter.channel() == Channel.PAPER || letter.channel() == Channel.EMAIL;
    boolean organisation = contact.company() != null && letter.paper().face() != Face.HAND;
    List<String> from = new ArrayList<>(block(contact));
    if (organisation) {
      from.removeFirst();
    }
    Stream.of(contact.phone(), contact.email()).filter(Objects::nonNull).forEach(from::add);
    return new Sheet(
        organisation ? contact.company() : null,
        "#4a5568",
        heading(letter.channel()),
        from,
        written ? recipient() : List.of(),
        (written ? contact.city() + ", le " : "Reçu le ") + date,
        null,
        expand(letter.subject()),
        expand(letter.paragraphs()),
        written || letter.channel() == Channel.COUNTER ? personName(contact) : "",
        organisation ? contact.role() : null,
        null,
        letter.channel() == Channel.PAPER || letter.channel() == Channel.COUNTER,
        List.of(),
        letter.paper().face());
  }

  private static String heading(Channel channel) {
    return switch (channel) {
      case WEB -> "Demande déposée sur le site de la ville";
      case PHONE -> "Fiche d'appel téléphonique";
      case COUNTER -> "Demande déposée à l'accueil";
      case PAPER, EMAIL -> null;
    };
  }

  private Sheet townSheet(
      Agent writer,
      List<String> to,
      int day,
      String subject,
      List<String> paragraphs,
      Agent signer,
      boolean signed) {
    Unit unit = unit(primaryUnit(writer));
    List<String> from =
        Stream.of(
                unit.label(),
                "Affaire suivie par " + writer.fullName() + ", " + lowerFirst(writer.jobTitle()),
                "Tél. : " + writer.phone(),
                writer.email())
            .toList();
    return new Sheet(
        town.tenant().name(),
        town.tenant().primaryColor(),
        null,
        from,
        to,
        town.tenant().shortName() + ", le " + DemoDates.longDate(dates.day(day)),
        null,
        expand(subject),
        expand(paragraphs),
        signer.fullName(),
        signer.jobTitle(),
        signed ? new Griffe(signer.fullName()).png(480, 180) : null,
        signed,
        List.of(
            String.join(", ", town.tenant().address())
                + " · "
                + town.tenant().phone()
                + " · "
                + town.tenant().email()),
        Face.SERIF);
  }

  private List<String> plainLines(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    if (sheet.letterhead() != null) {
      lines.add(sheet.letterhead());
    }
    lines.addAll(sheet.from());
    lines.add("");
    lines.addAll(sheet.to());
    lines.add(sheet.placeAndDate());
    lines.add("");
    lines.add("Objet : " + sheet.subject());
    lines.addAll(sheet.paragraphs());
    lines.add(sheet.signatory());
    return lines;
  }

  private List<String> recipient() {
    Agent mayor = only(town.agents(), a -> a.posts().getFirst().function() == MAYOR, "a mayor");
    return List.of(
        mayor.title().equals("Mme") ? "Madame la Maire" : "Monsieur le Maire",
        town.tenant().name(),
        town.tenant().address().getLast());
  }

  private static List<String> block(Contact contact) {
    List<String> lines = new ArrayList<>();
    lines.add(contact.displayName());
    lines.addAll(contact.street());
    lines.add(contact.postcode() + " " + contact.city());
    return lines;
  }

  private static String personName(Contact contact) {
    return contact.lastName() == null
        ? contact.displayName()
        : contact.firstName() + " " + contact.lastName();
  }

  private String fileName(DemoLetter letter) {
    return switch (letter.paper().kind()) {
      case SCAN, TIFF, JPEG ->
          "scan-" + dates.day(letter.arrivalDay()) + "-" + letter.ref().toLowerCase(Locale.ROOT);
      case PDF, DOCX, EML -> slug(expand(letter.subject()));
    };
  }

  private static String slug(String text) {
    String ascii =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .toLowerCase(Locale.ROOT);
    return ascii.substring(0, Math.min(48, ascii.length())).replaceAll("^-|-$", "");
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.FRENCH) + text.substring(1);
  }

  private String expand(String text) {
    return dates.expand(text);
  }

  private List<String> expand(List<String> texts) {
    return texts.stream().map(dates::expand).toList();
  }

  private ZoneId zone() {
    return ZoneId.of(town.tenant().timezone());
  }

  private static String primaryUnit(Agent agent) {
    return only(agent.posts(), DemoTown.Post::primary, agent.login()).unit();
  }

  private Agent agent(String login) {
    return only(town.agents(), a -> a.login().equals(login), login);
  }

  private Contact contact(String code) {
    return only(town.contacts(), c -> c.code().equals(code), code);
  }

  private Unit unit(String code) {
    return only(town.units(), u -> u.code().equals(code), code);
  }

  private static <T> T only(List<T> all, Predicate<T> which, String name) {
    return all.stream()
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in the demo town: " + name));
  }
}
