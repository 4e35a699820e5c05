package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What letters to a town say: French words by Zipf's law, in sentences between the usual opening
 * and the usual end. The same number gives the same text. The commonest words are true ones, those
 * after them are built from French stems and endings, the rarest sound like names.
 */
final class FrenchText {
  private static final int WORDS = 50_000;
  private static final String[] STEMS =
      ("aménag construi port pass pos form class plant règl mesur cré transform organis install répar nettoy"
              + " entreten déclar autoris régularis inform consult rembours financ factur contrôl vérifi"
              + " signal localis numéris enregistr archiv adress distribu transmett présent examin étudi"
              + " prépar exécut achev démol couv ferm isol chauff éclair arros tond élagu coup creus rempl"
              + " vid lav balay ramass tri recycl circul stationn livr charg pouss tourn gar roul march")
          .split(" ");
  private static final String[] BEFORE = {
    "", "re", "dé", "pré", "sur", "inter", "co", "in", "trans"
  };
  private static final String[] AFTER = {
    "er", "age", "ement", "ation", "eur", "euse", "able", "é", "ée", "és", "ées", "ant", "aient",
    "erait", "eront", "ateur", "atrice", "ations", "ements", "ages"
  };
  private static final String[] SOUNDS =
      "ba bel ber bon car cha che cou dan del dou fau fer gar gui jou lan leb lef mar mer mon nau per pin rou sau ter val ver vil"
          .split(" ");
  private static final String[] ENDS =
      "ard eau el er et ier in lot min nel on ot oux rand sier teau ton vin".split(" ");
  private static final String[] SMALL =
      ("de la le les des du et à pour dans une un que sur par en au nous vous est votre notre ce qui"
              + " ne pas avec cette ces depuis sans aux sont se il plus mon ma")
          .split(" ");
  private static final String OPENING = "Madame, Monsieur le Maire,\n\n";
  private static final String END =
      "\n\nJe vous prie d’agréer, Madame, Monsieur le Maire, l’expression de mes salutations distinguées.\n";

  private static final List<String> VOCABULARY = vocabulary();

  private FrenchText() {}

  /** Ranks from 0, the commonest; how many letters have a word falls as its rank grows. */
  static String word(int rank) {
    return VOCABULARY.get(rank);
  }

  /** Surnames, none of them another word. */
  static List<String> names(int many) {
    return List.copyOf(VOCABULARY.subList(WORDS - many, WORDS));
  }

  /** The text of the letter of this number, some 2,000 chars on average, 40,000 at most. */
  static String of(long number) {
    var random = new SplittableRandom(number);
    var text = new StringBuilder(OPENING);
    var sentences = sentences(random);
    for (int n = 1; n <= sentences; n++) {
      sentence(random, text);
      text.append(n % 4 == 0 ? "\n" : " ");
    }
    return text.append(END).toString();
  }

  /** Two or three words that stand in this order in the letter of this number. */
  static String phrase(long number, SplittableRandom random) {
    var words = of(number).substring(OPENING.length()).split("[.\\s]+");
    int at = random.nextInt(Math.max(1, words.length / 2));
    while (at < words.length - 3 && (words[at].length() < 5 || words[at + 1].length() < 5)) {
      at++;
    }
    return words[at] + " " + words[at + 1] + (random.nextBoolean() ? " " + words[at + 2] : "");
  }

  /** Most letters are a page, some several, one in a hundred is a file of its own. */
  private static int sentences(SplittableRandom random) {
    int of100 = random.nextInt(100);
    return of100 < 60
        ? random.nextInt(6, 18)
        : of100 < 90
            ? random.nextInt(18, 42)
            : of100 < 99 ? random.nextInt(42, 110) : random.nextInt(200, 400);
  }

  private static void sentence(SplittableRandom random, StringBuilder text) {
    int words = random.nextInt(4, 12);
    int begin = text.length();
    for (int n = 0; n < words; n++) {
      if (random.nextInt(3) > 0) {
        text.append(SMALL[random.nextInt(SMALL.length)]).append(' ');
      }
      text.append(drawn(random)).append(n == words - 1 ? "." : " ");
    }
    text.setCharAt(begin, Character.toUpperCase(text.charAt(begin)));
  }

  private static String drawn(SplittableRandom random) {
    return VOCABULARY.get((int) Math.pow(WORDS, random.nextDouble()) - 1);
  }

  private static List<String> vocabulary() {
    Collection<String> words = new LinkedHashSet<>(List.of(seeds().split("\\s+")));
    for (var before : BEFORE) {
      for (var after : AFTER) {
        for (var stem : STEMS) {
          words.add(before + stem + after);
        }
      }
    }
    for (var first : SOUNDS) {
      for (var second : SOUNDS) {
        for (var third : SOUNDS) {
          for (var end : ENDS) {
            if (words.size() < WORDS) {
              words.add(third + first + second + end);
            }
          }
        }
      }
    }
    return new ArrayList<>(words);
  }

  private static String seeds() {
    try (var in = FrenchText.class.getResourceAsStream("/bench/words.txt")) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
