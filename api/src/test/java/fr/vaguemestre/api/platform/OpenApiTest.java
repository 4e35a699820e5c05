package fr.vaguemestre.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.api.access.AbsencesResource;
import fr.vaguemestre.api.access.MeResource;
import fr.vaguemestre.api.acknowledgement.LegalResource;
import fr.vaguemestre.api.approval.ApprovalResource;
import fr.vaguemestre.api.basket.BasketsResource;
import fr.vaguemestre.api.basket.BulkResource;
import fr.vaguemestre.api.capture.RegistrationResource;
import fr.vaguemestre.api.correspondence.ActionsResource;
import fr.vaguemestre.api.correspondence.LetterItem;
import fr.vaguemestre.api.correspondence.LetterResource;
import fr.vaguemestre.api.correspondence.LetterResponse;
import fr.vaguemestre.api.delay.DelaysResource;
import fr.vaguemestre.api.departure.TownJobItem;
import fr.vaguemestre.api.dispatch.SendingsResource;
import fr.vaguemestre.api.installation.TownsResource;
import fr.vaguemestre.api.jobs.JobItem;
import fr.vaguemestre.api.jobs.JobNoteItem;
import fr.vaguemestre.api.mailing.LetterMailingsResource;
import fr.vaguemestre.api.mailing.MailingItem;
import fr.vaguemestre.api.mailing.MailingsResource;
import fr.vaguemestre.api.notification.NotificationsResource;
import fr.vaguemestre.api.opinion.ContributionsResource;
import fr.vaguemestre.api.organisation.UnitsResource;
import fr.vaguemestre.api.qualification.TypologyResource;
import fr.vaguemestre.api.reply.ReplyResource;
import fr.vaguemestre.api.routing.ReservationResource;
import fr.vaguemestre.api.search.KeptSearchesResource;
import fr.vaguemestre.api.search.SearchResource;
import fr.vaguemestre.api.signing.ProofsResource;
import fr.vaguemestre.api.signing.SigningBatchesResource;
import fr.vaguemestre.api.submission.PaperItem;
import fr.vaguemestre.api.submission.SubmissionState;
import fr.vaguemestre.api.submission.SubmissionsResource;
import fr.vaguemestre.api.task.TasksResource;
import fr.vaguemestre.api.template.TemplatesResource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description programs are written against says what the code does. */
class OpenApiTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> DESCRIPTION = lines();

  @Test
  void every_address_is_described_and_every_described_one_exists() throws Exception {
    var described = new TreeSet<String>();
    var path = "";
    for (var line : DESCRIPTION) {
      if (line.matches("  /.*:")) {
        path = line.strip().replace(":", "");
      } else if (line.matches("    (get|post|put|delete):")) {
        described.add(line.strip().replace(":", "") + " " + path);
      }
    }
    assertThat(described).isEqualTo(served());
  }

  @Test
  void answers_have_the_members_described() {
    Map.ofEntries(
            Map.entry("Me", MeResource.Me.class),
            Map.entry("Token", MeResource.Token.class),
            Map.entry("Absence", AbsencesResource.Absence.class),
            Map.entry("AbsenceShare", AbsencesResource.Share.class),
            Map.entry("Town", TownsResource.Town.class),
            Map.entry("TownJob", TownJobItem.class),
            Map.entry("Job", JobItem.class),
            Map.entry("JobRun", JobItem.LastRun.class),
            Map.entry("JobNote", JobNoteItem.class),
            Map.entry("Type", TypologyResource.Type.class),
            Map.entry("Priority", TypologyResource.PriorityItem.class),
            Map.entry("Delays", DelaysResource.Answer.class),
            Map.entry("Computed", DelaysResource.Computed.class),
            Map.entry("Unit", UnitsResource.Unit.class),
            Map.entry("Template", TemplatesResource.Template.class),
            Map.entry("LegalStanding", LegalResource.LegalStanding.class),
            Map.entry("LegalStep", LegalResource.LegalStep.class),
            Map.entry("LegalAcknowledgement", LegalResource.LegalAcknowledgement.class),
            Map.entry("SubmissionReceipt", SubmissionsResource.SubmissionReceipt.class),
            Map.entry("AcknowledgementGiven", SubmissionsResource.Given.class),
            Map.entry("OpenType", SubmissionsResource.OpenType.class),
            Map.entry("SubmissionState", SubmissionState.class),
            Map.entry("SubmissionStatus", SubmissionState.Status.class),
            Map.entry("SubmissionDocument", PaperItem.class),
            Map.entry("SentReply", PaperItem.SentReply.class),
            Map.entry("AcknowledgementItem", SubmissionState.AcknowledgementItem.class),
            Map.entry("AdditionItem", SubmissionState.AdditionItem.class),
            Map.entry("AdditionReceipt", SubmissionState.Receipt.class),
            Map.entry("Receipt", RegistrationResource.Receipt.class),
            Map.entry("Letter", LetterResponse.class),
            Map.entry("Document", LetterResponse.DocumentItem.class),
            Map.entry("Participant", LetterResponse.ParticipantItem.class),
            Map.entry("Sender", LetterResponse.Sender.class),
            Map.entry("LetterItem", LetterItem.class),
            Map.entry("HistoryLine", LetterResource.HistoryItem.class),
            Map.entry("Note", LetterResource.NoteItem.class),
            Map.entry("Contribution", ContributionsResource.Item.class),
            Map.entry("Notification", NotificationsResource.Item.class),
            Map.entry("Task", TasksResource.Item.class),
            Map.entry("ReplyVersion", ReplyResource.Version.class),
            Map.entry("Step", ApprovalResource.Step.class),
            Map.entry("Proof", ProofsResource.Proof.class),
            Map.entry("Reservation", ReservationResource.Reservation.class),
            Map.entry("Sending", SendingsResource.SendingItem.class),
            Map.entry("Offer", ActionsResource.Offer.class),
            Map.entry("Basket", BasketsResource.BasketItem.class),
            Map.entry("Bulk", BulkResource.Bulk.class),
            Map.entry("BulkItem", BulkResource.BulkItem.class),
            Map.entry("ProofBundle", ProofsResource.Bundle.class),
            Map.entry("SeenVersion", ProofsResource.Seen.class),
            Map.entry("Mailing", MailingItem.class),
            Map.entry("MailingCheck", LetterMailingsResource.MailingCheck.class),
            Map.entry("WrongLine", LetterMailingsResource.WrongLine.class),
            Map.entry("MailingRecipient", MailingsResource.MailingRecipient.class),
            Map.entry("SigningBatch", SigningBatchesResource.SigningBatch.class),
            Map.entry("SigningItem", SigningBatchesResource.SigningItem.class),
            Map.entry("Found", SearchResource.Found.class),
            Map.entry("KeptSearch", KeptSearchesResource.Kept.class),
            Map.entry("Page", Page.class),
            Map.entry("Problem", Problem.class))
        .forEach(
            (schema, type) ->
                assertThat(members(schema))
                    .as(schema)
                    .containsExactly(
                        Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toArray(String[]::new)));
  }

  private static List<String> members(String schema) {
    var found = new ArrayList<String>();
    int at = DESCRIPTION.lastIndexOf("    " + schema + ":") + 1;
    while (at < DESCRIPTION.size() && DESCRIPTION.get(at).startsWith("      ")) {
      var member = Pattern.compile("        (\\w+): .*").matcher(DESCRIPTION.get(at++));
      if (member.matches()) {
        found.add(member.group(1));
      }
    }
    return found;
  }

  private static TreeSet<String> served() throws Exception {
    var served = new TreeSet<String>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith("Resource.java")).toList()) {
        var name = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
        var type = Class.forName(name);
        for (var method : type.getDeclaredMethods()) {
          verb(method).ifPresent(verb -> served.add(verb + " " + path(type, method)));
        }
      }
    }
    return served;
  }

  private static java.util.Optional<String> verb(Method method) {
    return Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
        .filter(method::isAnnotationPresent)
        .map(verb -> verb.getSimpleName().toLowerCase(java.util.Locale.ROOT))
        .findFirst();
  }

  private static String path(Class<?> type, Method method) {
    var own = method.getAnnotation(jakarta.ws.rs.Path.class);
    return type.getAnnotation(jakarta.ws.rs.Path.class).value() + (own == null ? "" : own.value());
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("src/main/resources/META-INF/openapi.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
