package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What readers look for, drawn beforehand, and how the server is asked for it over REST. */
final class Searching {
  private static final int DRAWN = 500;

  private final List<Someone> people = Someone.ofEachSize();
  private final Map<Wish, List<String>> wishes = new EnumMap<>(Wish.class);
  private final List<Map<String, Pages>> clients;

  /**
   * @param letters of the {@link Crowd}
   */
  Searching(int clients, int letters) {
    var random = new SplittableRandom(42);
    for (var wish : Wish.values()) {
      wishes.put(wish, Stream.generate(() -> wish.draw(random, letters)).limit(DRAWN).toList());
    }
    this.clients = IntStream.range(0, clients).mapToObj(n -> pages()).toList();
  }

  List<Someone> people() {
    return people;
  }

  /** What is asked of this kind. */
  List<String> asked(Wish wish) {
    return wishes.get(wish);
  }

  Someone anyone(SplittableRandom random) {
    return people.get(random.nextInt(people.size()));
  }

  String query(Wish wish, SplittableRandom random) {
    return wishes.get(wish).get(random.nextInt(DRAWN));
  }

  /** Of any kind. */
  String query(SplittableRandom random) {
    return query(Wish.values()[random.nextInt(Wish.values().length)], random);
  }

  /** The first twenty with their snippets; anything but an answer throws. */
  void rest(int client, Someone who, String query) {
    clients.get(client).get(who.login()).rest(path(query));
  }

  /** How many the server finds; those that have not all the words are none. */
  long total(int client, Someone who, String query) {
    var found = clients.get(client).get(who.login()).json(path(query));
    return found.getBoolean("relaxed") ? 0 : found.getJsonNumber("total").longValue();
  }

  private Map<String, Pages> pages() {
    return people.stream().collect(Collectors.toMap(Someone::login, who -> new Pages(who.login())));
  }

  private static String path(String query) {
    return "/v1/search?q=" + URLEncoder.encode(query, UTF_8);
  }
}
