package fr.vaguemestre.retention;

import java.util.List;
import java.util.stream.Stream;

/** Where a letter stands on its way out; it goes forward along {@link #from} and no other way. */
public enum LineState {
  /** Need be kept no longer; on no list yet. */
  DUE,
  /** On a list that nobody has signed. */
  PROPOSED,
  /** Its elimination list is signed and lies with the departmental archives. */
  SIGNED,
  /** The archives gave their visa for it: the night destroys it. */
  GRANTED,
  DESTROYED,
  /** Handed to the archives. */
  EXPORTED,
  /** The archives said no; it is due anew, for somebody to decide. */
  REFUSED,
  /** No longer due as it was told: reopened, held, of another rule, or with other files. */
  WITHDRAWN;

  /** The states out of which a line comes into this one. */
  public List<LineState> from() {
    return switch (this) {
      case DUE -> List.of(PROPOSED);
      case PROPOSED -> List.of(DUE);
      case SIGNED, EXPORTED -> List.of(PROPOSED);
      case GRANTED, REFUSED -> List.of(SIGNED);
      case DESTROYED -> List.of(GRANTED);
      case WITHDRAWN -> List.of(DUE, PROPOSED, SIGNED, GRANTED);
    };
  }

  /** Whether nothing follows. */
  public boolean last() {
    return Stream.of(values()).noneMatch(next -> next.from().contains(this));
  }
}
