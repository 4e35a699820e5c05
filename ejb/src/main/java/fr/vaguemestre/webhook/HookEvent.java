package fr.vaguemestre.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a program can be told of a submission, each under a name that does not change. */
public enum HookEvent {
  /** The state shown to the citizen is another. */
  STATE_CHANGED("submission.state-changed"),
  /** Its receipt was acknowledged (ARE). */
  ACKNOWLEDGED("submission.acknowledged"),
  PIECES_ASKED("submission.pieces-asked"),
  /** The last of the pieces asked for came. */
  PIECES_COMPLETE("submission.pieces-complete"),
  /** Sent on to the competent administration. */
  TRANSFERRED("submission.transferred"),
  /** The town's reply was sent. */
  ANSWERED("submission.answered"),
  /** Silence decided. */
  DECIDED("submission.decided-by-silence"),
  /** Asked for by an administrator, to see that calls arrive; of no submission. */
  TEST("test");

  private final String wire;

  HookEvent(String wire) {
    this.wire = wire;
  }

  /** Its name in the calls. */
  public String wire() {
    return wire;
  }

  /** Those one chooses among. */
  public static List<HookEvent> ofSubmissions() {
    return List.of(values()).stream().filter(event -> event != TEST).toList();
  }

  /**
   * What an entry of the journal of a submission's letter tells; may be nothing.
   *
   * @param moved whether the letter's state is another
   */
  static List<HookEvent> of(String action, Map<String, String> facts, boolean moved) {
    var told = new ArrayList<HookEvent>();
    switch (action) {
      case "ACKNOWLEDGE" -> {
        switch (facts.getOrDefault("what", "")) {
          case "ARE" -> told.add(ACKNOWLEDGED);
          case "PIECES" -> told.add(PIECES_ASKED);
          case "PIECES_RECEIVED" -> told.add(PIECES_COMPLETE);
          case "TRANSFER" -> told.add(TRANSFERRED);
          case "QUARANTINE", "RELEASE" -> told.add(STATE_CHANGED);
          default -> {}
        }
      }
      case "SEND" -> told.add(ANSWERED);
      case "TACIT_DECISION" -> {
        if (!facts.containsKey("past")) {
          told.add(DECIDED);
        }
      }
      case "QUARANTINE_BY_ITSELF" -> told.add(STATE_CHANGED);
      default -> {}
    }
    if (moved) {
      told.add(STATE_CHANGED);
    }
    return told;
  }
}
