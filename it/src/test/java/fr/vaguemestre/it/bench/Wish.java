package fr.vaguemestre.it.bench;

import java.util.Locale;
import java.util.SplittableRandom;

/** What people look for, drawn from the words of the letters by how common they are. */
enum Wish {
  /** In half to a tenth of the letters. */
  COMMON_WORD {
    @Override
    String draw(SplittableRandom random, int letters) {
      return FrenchText.word(random.nextInt(20, 150));
    }
  },
  /** In some letters of a hundred. */
  MIDDLING_WORD {
    @Override
    String draw(SplittableRandom random, int letters) {
      return FrenchText.word(random.nextInt(500, 3000));
    }
  },
  /** In some letters of ten thousand. */
  RARE_WORD {
    @Override
    String draw(SplittableRandom random, int letters) {
      return FrenchText.word(random.nextInt(20_000, 45_000));
    }
  },
  TWO_WORDS {
    @Override
    String draw(SplittableRandom random, int letters) {
      return COMMON_WORD.draw(random, letters) + " " + MIDDLING_WORD.draw(random, letters);
    }
  },
  /** As it stands in some letter. */
  PHRASE {
    @Override
    String draw(SplittableRandom random, int letters) {
      return '"' + FrenchText.phrase(1 + random.nextInt(letters), random) + '"';
    }
  },
  PREFIX {
    @Override
    String draw(SplittableRandom random, int letters) {
      var word = MIDDLING_WORD.draw(random, letters);
      return word.substring(0, Math.min(word.length(), 5)) + "*";
    }
  },
  /** One letter wrong. */
  FUZZY {
    @Override
    String draw(SplittableRandom random, int letters) {
      var word = MIDDLING_WORD.draw(random, letters);
      int wrong = 1 + random.nextInt(word.length() - 1);
      return word.substring(0, wrong) + 'x' + word.substring(wrong + 1) + "~";
    }
  };

  abstract String draw(SplittableRandom random, int letters);

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
