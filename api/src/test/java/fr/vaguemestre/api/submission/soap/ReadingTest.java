package fr.vaguemestre.api.submission.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.api.platform.FieldError;
import fr.vaguemestre.api.platform.InvalidFields;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  @Test
  void API2_a_message_is_the_wish_that_rest_would_read() {
    var message = message();
    message.company = new Asked.Organisation();
    message.company.name = "Kiosque SARL";
    message.company.number = "732 829 320 00074";
    message.answer.add(answer("lieu", "square"));
    message.answer.add(answer("heure", null));
    var wish = Reading.submission(message);
    assertThat(wish.type()).isEqualTo("DIVERS");
    assertThat(wish.applicant().organisation()).isEqualTo("Kiosque SARL");
    assertThat(wish.answers()).containsEntry("lieu", "square").containsEntry("heure", "");
  }

  @Test
  void API2_every_field_at_fault_is_named_at_once_as_the_wsdl_names_it() {
    var message = message();
    message.subject = " ";
    message.association = new Asked.Organisation();
    message.association.name = "Les Amis";
    message.association.number = "12";
    assertThatThrownBy(() -> Reading.submission(message))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field)
                    .containsExactly("subject", "association.number"));
    message.person = new Asked.Person();
    refused(message, "person");
  }

  @Test
  void API2_what_is_nil_where_something_is_wanted_is_refused_and_breaks_nothing() {
    var message = message();
    message.company = new Asked.Organisation();
    message.company.name = "Kiosque";
    message.company.number = "732829320";
    message.answer.add(null);
    refused(message, "answer");
    message.answer = List.of(answer("a", "1"), answer("a", "2"));
    refused(message, "answer");
    assertThatThrownBy(() -> Reading.files(Collections.singletonList(null)))
        .isInstanceOf(InvalidFields.class);
    assertThatThrownBy(() -> Reading.files(List.of(new Asked.SentFile())))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void API2_a_file_without_a_name_is_taken_and_a_key_that_is_too_long_is_not(@TempDir Path folder)
      throws Exception {
    var kept = Files.writeString(folder.resolve("x"), "x");
    var file = new Asked.SentFile();
    file.content = new DataHandler(new FileDataSource(kept.toFile()));
    var given = Reading.files(List.of(file)).getFirst();
    assertThat(given.name()).isEmpty();
    assertThat(given.bytes().readAllBytes()).hasSize(1);
    assertThat(Reading.key(null)).isNull();
    assertThat(Reading.key("a")).isEqualTo("a");
    assertThatThrownBy(() -> Reading.key("k".repeat(201))).isInstanceOf(InvalidFields.class);
  }

  @Test
  void API2_answers_are_as_many_and_as_long_as_over_REST() {
    assertThatThrownBy(() -> Reading.answers(Collections.nCopies(201, answer("a", "b"))))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.errors().getFirst().code()).isEqualTo("field.too-many"));
    assertThatThrownBy(() -> Reading.answers(List.of(answer("a", "b".repeat(20_001)))))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.errors().getFirst().code()).isEqualTo("field.too-long"));
  }

  private static void refused(Asked.Submit message, String field) {
    assertThatThrownBy(() -> Reading.submission(message))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.errors()).extracting(FieldError::field).contains(field));
  }

  private static Asked.Submit message() {
    var message = new Asked.Submit();
    message.type = "DIVERS";
    message.subject = "Banc";
    return message;
  }

  private static Asked.NamedAnswer answer(String name, String value) {
    var answer = new Asked.NamedAnswer();
    answer.name = name;
    answer.value = value;
    return answer;
  }
}
