package fr.vaguemestre.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryNumbersTest {
  @Test
  void a_siret_has_fourteen_digits_that_add_up_and_a_siren_that_does_too() {
    assertThat(RegistryNumbers.isSiret("73282932000074")).isTrue();
    assertThat(RegistryNumbers.isSiret("73282932000075")).isFalse();
    assertThat(RegistryNumbers.isSiret("7328293200007")).isFalse();
    assertThat(RegistryNumbers.isSiret("")).isFalse();
    assertThat(RegistryNumbers.isSiren("732829320")).isTrue();
    assertThat(RegistryNumbers.isSiren("732829321")).isFalse();
  }

  @Test
  void those_of_the_post_office_have_a_sum_that_is_a_multiple_of_five() {
    assertThat(RegistryNumbers.isSiret("35600000000048")).as("its head, by Luhn").isTrue();
    assertThat(RegistryNumbers.isSiret("35600000049837")).isTrue();
    assertThat(RegistryNumbers.isSiret("35600000049838")).isFalse();
  }

  @Test
  void an_rna_is_a_w_and_nine_digits_however_it_is_typed() {
    assertThat(RegistryNumbers.isRna(RegistryNumbers.plain("w 251 000 123"))).isTrue();
    assertThat(RegistryNumbers.isRna("W25100012")).isFalse();
    assertThat(RegistryNumbers.isRna("251000123")).isFalse();
    assertThat(RegistryNumbers.plain(null)).isEmpty();
  }
}
