package fr.vaguemestre.api.platform;

import java.util.List;

/**
 * Part of a list. {@code next} is the cursor to give as {@code after} for what follows, null on the
 * last page.
 */
public record Page<T>(Long total, List<T> items, String next) {
  /** A list short enough to be given whole. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>((long) items.size(), items, null);
  }
}
