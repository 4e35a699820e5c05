package fr.vaguemestre.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vaguemestre.api.platform.FieldError;
import fr.vaguemestre.api.platform.FieldsReader;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.submission.SubmissionWish;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionFieldsTest {
  private static final String PERSON =
      """
      "person":{"firstName":"Lou","lastName":"Martin","email":"lou@example.fr",
                "postalAddress":{"street":"1 rue Basse","postcode":"25970","city":"Pont"}}""";

  @Test
  void a_submission_is_read_with_answers_of_any_kind_in_their_order() {
    var wish =
        read(
            "{\"type\":\"SCOL\",\"subject\":\"Cantine\","
                + PERSON
                + ",\"answers\":{\"z\":\"oui\",\"a\":3,\"b\":true,\"c\":[1,2],\"d\":null}}");
    assertThat(wish.applicant().kind()).isEqualTo(ContactKind.PERSON);
    assertThat(wish.applicant().city()).isEqualTo("Pont");
    assertThat(wish.answers().toString()).isEqualTo("{z=oui, a=3, b=true, c=[1,2]}");
  }

  @Test
  void every_fault_is_named_at_once_by_its_path() {
    assertThat(
            faults(
                "{\"type\":3,\"company\":{\"siret\":\"12\",\"postalAddress\":{\"postcode\":\"12345678901\"}}}"))
        .containsExactlyInAnyOrder(
            "type", "subject", "company.name", "company.siret", "company.postalAddress.postcode");
    assertThat(faults("{\"type\":\"X\",\"subject\":\"Y\",\"person\":{}}"))
        .contains("person.email", "person.postalAddress.city");
  }

  @Test
  void somebody_asks_and_one_alone() {
    assertThat(faults("{\"type\":\"X\",\"subject\":\"Y\"}")).containsExactly("person");
    assertThat(
            faults(
                "{\"type\":\"X\",\"subject\":\"Y\","
                    + PERSON
                    + ",\"association\":{\"name\":\"A\",\"rna\":\"W251000123\"}}"))
        .containsExactly("person");
  }

  @Test
  void an_association_without_rna_gives_its_siret() {
    var wish =
        read(
            "{\"type\":\"X\",\"subject\":\"Y\",\"text\":\"Z\",\"association\":{\"name\":\"A\",\"siret\":\"732 829 320 00074\"}}");
    assertThat(wish.applicant().number()).isEqualTo("732 829 320 00074");
  }

  private static List<String> faults(String json) {
    return catchThrowableOfType(InvalidFields.class, () -> read(json)).errors().stream()
        .map(FieldError::field)
        .toList();
  }

  private static SubmissionWish read(String json) {
    try {
      return SubmissionFields.read(
          FieldsReader.read(new ByteArrayInputStream(json.getBytes(UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
