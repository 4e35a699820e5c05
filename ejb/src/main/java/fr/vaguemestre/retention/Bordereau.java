package fr.vaguemestre.retention;

import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.transfer.CsvFile;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a list, in French: what the archives need to give their visa, line by line. What
 * is signed are those that stay for ever; the others are filled later.
 */
final class Bordereau {
  private static final List<String> SIGNED =
      List.of(
          "N°",
          "Courrier",
          "Service producteur",
          "Type",
          "Arrivée",
          "Clôture",
          "Durée de conservation",
          "À partir de",
          "Fin de la durée",
          "Sort final",
          "Fichiers",
          "Octets");
  private static final List<String> LATER =
      List.of("État", "Visa n°", "Visa du", "Signataire du visa");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private Bordereau() {}

  /** Of what is signed: the lines as they stand for ever. */
  static String sha256(RetentionList list, List<RetentionLine> lines) {
    return Digests.sha256(
        list.number()
            + "\n"
            + new String(
                CsvFile.write(
                    SIGNED,
                    IntStream.range(0, lines.size())
                        .mapToObj(i -> signed(i, lines.get(i)))
                        .toList()),
                StandardCharsets.UTF_8));
  }

  static List<String> columns() {
    return Stream.concat(SIGNED.stream(), LATER.stream()).toList();
  }

  static List<List<String>> rows(List<RetentionLine> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(
            i ->
                Stream.concat(signed(i, lines.get(i)).stream(), later(lines.get(i)).stream())
                    .toList())
        .toList();
  }

  private static List<String> signed(int at, RetentionLine line) {
    return List.of(
        Integer.toString(at + 1),
        line.chrono(),
        line.unit(),
        line.type(),
        DAY.format(line.arrivedOn()),
        DAY.format(line.closedOn()),
        line.retention(),
        line.start() == RetentionStart.CLOSING ? "clôture" : "fin d’année civile",
        DAY.format(line.endsOn()),
        switch (line.disposition()) {
          case KEEP -> "conservation";
          case DESTROY -> "élimination";
          case SORT -> "tri";
        },
        Long.toString(line.documents()),
        Long.toString(line.bytes()));
  }

  private static List<String> later(RetentionLine line) {
    var state =
        switch (line.state()) {
          case DUE, PROPOSED -> "proposé";
          case SIGNED -> "attend le visa";
          case GRANTED -> "visé";
          case DESTROYED -> "détruit";
          case EXPORTED -> "versé";
          case REFUSED -> "refusé";
          case WITHDRAWN -> "retiré";
        };
    return line.visa() == null
        ? List.of(state, "", "", "")
        : List.of(
            state,
            line.visa().number(),
            DAY.format(line.visa().grantedOn()),
            line.visa().signatory());
  }
}
