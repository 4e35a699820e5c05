package fr.vaguemestre.web.retention;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.retention.Holds;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** The litigation hold of the letter one looks at, and what is left of one that is destroyed. */
@Named
@RequestScoped
public class LitigationScreen {
  @Inject Holds holds;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private Holds.Held held;
  private boolean read;
  private String reason;

  /** Null for none. */
  public Holds.Held getHeld() {
    if (!read) {
      held = holds.of(reader.get(), screen.getId()).orElse(null);
      read = true;
    }
    return held;
  }

  /** Null when it is not. */
  public Instant getDestroyed() {
    return holds.destroyed(reader.get(), screen.getId()).orElse(null);
  }

  public boolean isMay() {
    return Holds.may(reader.get());
  }

  public String place() {
    holds.place(reader.get(), screen.getId(), reason);
    return screen.done("retention.hold.placed");
  }

  public String lift() {
    holds.lift(reader.get(), screen.getId(), reason);
    return screen.done("retention.hold.lifted");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
