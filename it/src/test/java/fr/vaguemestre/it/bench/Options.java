package fr.vaguemestre.it.bench;

import java.util.Arrays;

/** Whole numbers of the command line, {@code name=value}. */
record Options(String... words) {
  int number(String name, int byDefault) {
    return Arrays.stream(words)
        .filter(word -> word.startsWith(name + "="))
        .map(word -> Integer.parseInt(word.substring(name.length() + 1)))
        .findFirst()
        .orElse(byDefault);
  }
}
