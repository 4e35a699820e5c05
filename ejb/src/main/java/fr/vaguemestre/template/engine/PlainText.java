package fr.vaguemestre.template.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text without layout that may hold the fields of a letter, {@code {{expediteur.nom}}}: no loop, no
 * condition, and neither the agent's own text nor the griffe, which have their place in the
 * template.
 */
public final class PlainText {
  private static final String TEXT = "texte";

  private PlainText() {}

  /** Everything to put right, in the order of the text. */
  public static List<TemplateProblem> check(String text, FieldCatalogue catalogue) {
    var left = Marker.without(text);
    var broken =
        left.contains("{{") || left.contains("}}")
            ? Stream.of(TemplateProblem.in("template.answer.braces", ""))
            : Stream.<TemplateProblem>empty();
    return Stream.concat(
            Marker.in(text).stream().flatMap(marker -> problem(marker, catalogue).stream()), broken)
        .distinct()
        .toList();
  }

  private static Optional<TemplateProblem> problem(Marker marker, FieldCatalogue catalogue) {
    if (marker.kind() != Marker.Kind.FIELD
        || marker.name().equals(Marker.GRIFFE)
        || marker.name().equals(TEXT)
        || catalogue.loopOf(marker.name()).isPresent()) {
      return Optional.of(
          new TemplateProblem("template.answer.fields-only", "", marker.written(), ""));
    }
    return catalogue.isField(marker.name())
        ? Optional.empty()
        : Optional.of(
            new TemplateProblem(
                "template.answer.unknown-field",
                "",
                marker.written(),
                catalogue.nearest(marker.name()).orElse("")));
  }

  /** The text with its fields filled in; what is filled in is not read again. */
  public static String fill(String text, Map<String, ?> values) {
    var known = new Values(values, null);
    var filled = new StringBuilder();
    int done = 0;
    for (var marker : Marker.in(text)) {
      filled.append(text, done, marker.start()).append(known.text(marker.name()));
      done = marker.end();
    }
    return filled.append(text, done, text.length()).toString();
  }
}
