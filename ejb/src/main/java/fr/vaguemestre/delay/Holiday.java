package fr.vaguemestre.delay;

/** A public holiday; its name is the word {@code delay.holiday.NAME}. */
enum Holiday {
  NEW_YEAR,
  GOOD_FRIDAY,
  EASTER_MONDAY,
  LABOUR_DAY,
  VICTORY_1945,
  ASCENSION,
  WHIT_MONDAY,
  ABOLITION,
  BASTILLE_DAY,
  ASSUMPTION,
  ALL_SAINTS,
  ARMISTICE_1918,
  CHRISTMAS,
  SECOND_CHRISTMAS_DAY
}
