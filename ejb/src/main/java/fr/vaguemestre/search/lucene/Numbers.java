package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Numbers as keys: folded, without punctuation, so that {@code PONT/2026A/1482} is {@code
 * pont2026a1482}.
 */
final class Numbers {
  private static final int LONGEST = 200;

  private Numbers() {}

  /**
   * The keys a letter is found by: each number whole, and the parts of the chrono that hold a
   * digit.
   */
  static Set<String> keys(String chrono, Collection<String> numbers) {
    var keys = new HashSet<String>();
    add(keys, key(chrono));
    var words = new FrenchWords();
    words.over(chrono.toCharArray(), chrono.length());
    while (words.next()) {
      var part = words.string();
      if (part.chars().anyMatch(Character::isDigit)) {
        add(keys, part);
        add(keys, part.replaceFirst("^0+", ""));
      }
    }
    for (var number : numbers) {
      add(keys, key(number));
      var phone = Wording.phone(number);
      if (phone != null) {
        add(keys, phone);
      }
    }
    return keys;
  }

  static String key(String number) {
    var bounded = number.length() > LONGEST ? number.substring(0, LONGEST) : number;
    var words = new FrenchWords();
    words.over(bounded.toCharArray(), bounded.length());
    var key = new StringBuilder();
    while (words.next()) {
      key.append(words.word(), 0, words.size());
    }
    return key.toString();
  }

  private static void add(Set<String> keys, String key) {
    if (!key.isEmpty()) {
      keys.add(key);
    }
  }
}
