package fr.vaguemestre.web.shell;

import fr.vaguemestre.platform.Refusal;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A refusal as a message: beside its field when it names one that is on the screen, else above the
 * form. A field {@code sender.email} is the input whose id is {@code sender-email} (or, failing
 * that, {@code email}).
 */
public final class Refusals {
  private Refusals() {}

  public static void show(FacesContext faces, Refusal refusal) {
    var words = text(faces.getViewRoot().getLocale(), refusal);
    var message =
        refusal.kind() == Refusal.Kind.STALE
            ? new Refused.Stale(words)
            : new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null);
    var field = refusal.field().map(name -> field(faces, name)).orElse(null);
    if (field instanceof EditableValueHolder input) {
      input.setValid(false);
      // An invalid field shows what was submitted: put back what its acceptance had cleared.
      typed(input.getValue()).ifPresent(input::setSubmittedValue);
    }
    faces.addMessage(field == null ? null : field.getClientId(faces), message);
  }

  /**
   * The refusal in the reader's words; a rule without words is said in general ones by its kind.
   */
  public static String text(Locale locale, Refusal refusal) {
    var arguments = refusal.arguments().stream().map(a -> shown(a, locale)).toArray();
    return Bundles.find(locale, refusal.key(), arguments)
        .orElseGet(
            () ->
                Bundles.text(
                    locale, "shell.refusal." + refusal.kind().name().toLowerCase(Locale.ROOT)));
  }

  private static Object shown(Object argument, Locale locale) {
    return argument instanceof LocalDate day
        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day)
        : argument;
  }

  /** A value as its field submits it: days as {@code v:date} writes them. */
  private static Optional<String> typed(Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case LocalDate day -> Optional.of(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day));
      case Enum<?> constant -> Optional.of(constant.name());
      case Boolean ticked -> Optional.of(ticked.toString());
      case Number number -> Optional.of(number.toString());
      case null, default -> Optional.empty();
    };
  }

  private static UIComponent field(FacesContext faces, String name) {
    var whole = withId(faces, name.replace('.', '-'));
    return whole != null ? whole : withId(faces, name.substring(name.lastIndexOf('.') + 1));
  }

  private static UIComponent withId(FacesContext faces, String id) {
    var found = new AtomicReference<UIComponent>();
    faces
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(faces),
            (visit, component) -> {
              if (!id.equals(component.getId())) {
                return VisitResult.ACCEPT;
              }
              found.set(component);
              return VisitResult.COMPLETE;
            });
    return found.get();
  }
}
