package fr.vaguemestre.history;

import java.util.Arrays;
import java.util.Optional;

/** The statuses that every application of LUTECE shares. */
public enum DemandStatus {
  UNDEFINED(-1, false, "Non défini"),
  CANCELED(10, true, "Annulée"),
  ONGOING(11, false, "En cours"),
  TOPAY(12, false, "À payer"),
  TOCOMPLETE(13, false, "À compléter"),
  PAID(14, true, "Payée"),
  CLOSED(15, true, "Close");

  private final int id;
  private final boolean last;
  private final String label;

  DemandStatus(int id, boolean last, String label) {
    this.id = id;
    this.last = last;
    this.label = label;
  }

  /** None for an application's own. */
  public static Optional<DemandStatus> of(int id) {
    return Arrays.stream(values()).filter(s -> s.id == id).findFirst();
  }

  public int id() {
    return id;
  }

  /** Whether nothing more is expected. */
  public boolean last() {
    return last;
  }

  public String label() {
    return label;
  }
}
