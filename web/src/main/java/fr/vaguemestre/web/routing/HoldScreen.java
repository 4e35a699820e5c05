package fr.vaguemestre.web.routing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.routing.Hold;
import fr.vaguemestre.routing.Reservations;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who works on a letter: opening a form reserves it, the letter page without a form frees it, the
 * lists tell.
 */
@Named
@RequestScoped
public class HoldScreen {
  /** The form that takes over; what JSF sends of a form is its id. */
  private static final String TAKE_OVER = "take-over";

  @Inject Reservations reservations;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject HttpServletRequest request;
  private final Map<Long, Optional<Hold>> known = new HashMap<>();
  private Optional<Hold> hold;

  /** Somebody else who has the letter; null when nobody has, or this reader. */
  public Hold getOther() {
    if (hold == null) {
      hold = look();
    }
    return hold.filter(h -> !h.mine()).orElse(null);
  }

  /** Whether a form was asked for that reserves the letter: a note does not. */
  public boolean isReserving() {
    return screen.getDoing() != null && !Action.NOTE.path().equals(screen.getDoing());
  }

  /** Whether the form asked for is not to be filled: one already sent goes on to the door. */
  public boolean isBlocked() {
    return posted() ? request.getParameter(TAKE_OVER) != null : isReserving() && getOther() != null;
  }

  private Optional<Hold> look() {
    var letter = screen.getId();
    if (!isReserving()) {
      var found = reservations.of(reader.get(), letter);
      if (posted() || found.filter(Hold::mine).isEmpty()) {
        return found;
      }
      reservations.free(reader.get(), letter);
      return Optional.empty();
    }
    try {
      return Optional.of(reservations.reserve(reader.get(), letter, false));
    } catch (Refusal refusal) {
      return reservations.of(reader.get(), letter);
    }
  }

  /** Takes the letter over and opens the form again. */
  public String takeOver() {
    reservations.reserve(reader.get(), screen.getId(), true);
    return "/correspondence/view.xhtml?faces-redirect=true&id="
        + screen.getId()
        + "&do="
        + screen.getDoing();
  }

  /** Who has a letter of a list, all looked up at once; null for nobody. */
  public Hold on(LetterLine line, Collection<LetterLine> all) {
    if (!known.containsKey(line.id())) {
      List<Long> ids = all.stream().map(LetterLine::id).toList();
      ids.forEach(id -> known.put(id, Optional.empty()));
      reservations
          .among(reader.get(), ids)
          .forEach(found -> known.put(found.letter(), Optional.of(found)));
    }
    return known.getOrDefault(line.id(), Optional.empty()).orElse(null);
  }

  private boolean posted() {
    return FacesContext.getCurrentInstance().isPostback() || "POST".equals(request.getMethod());
  }
}
