package fr.vaguemestre.retention;

import fr.vaguemestre.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of an attestation of destruction: what went, on whose word, and what did not. */
record Attestation(Tenant town, RetentionList list, List<RetentionLine> lines, Instant at) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm", Locale.FRENCH);

  String text() {
    return """
    %s

    Le bordereau d’élimination %s, signé le %s par %s (SHA-256 du bordereau : %s),
    a été soumis au visa des archives départementales, ligne par ligne.

    Courriers détruits : %d. Refusés par les archives : %d. Retirés avant destruction : %d.
    Ont été détruits les fichiers, leurs versions et leurs aperçus, les textes, l’index de recherche et les messages.

    %s
    Attestation établie par l’application le %s.
    """
        .formatted(
            town.name(),
            list.number(),
            moment(list.signedAt()),
            list.signer(),
            list.signedSha256(),
            count(LineState.DESTROYED),
            count(LineState.REFUSED),
            count(LineState.WITHDRAWN),
            lines.stream().map(this::line).collect(Collectors.joining()),
            moment(at));
  }

  private String line(RetentionLine line) {
    var about =
        "%s, %s, clos le %s : ".formatted(line.chrono(), line.type(), DAY.format(line.closedOn()));
    return switch (line.state()) {
      case DESTROYED ->
          about
              + "détruit le %s, visa %s du %s, %s.\n"
                  .formatted(
                      moment(line.settledAt()),
                      line.visa().number(),
                      day(line.visa().grantedOn()),
                      line.visa().signatory());
      case REFUSED -> about + "refusé par les archives%s.\n".formatted(why(line));
      default -> about + "retiré, non détruit%s.\n".formatted(why(line));
    };
  }

  private static String why(RetentionLine line) {
    var why = Bordereau.why(line);
    return why.isEmpty() ? "" : " : " + why.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }

  private long count(LineState state) {
    return lines.stream().filter(line -> line.state() == state).count();
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private String moment(Instant instant) {
    return MOMENT.format(instant.atZone(town.zone()));
  }
}
