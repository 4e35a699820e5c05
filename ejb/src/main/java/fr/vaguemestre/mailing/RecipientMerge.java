package fr.vaguemestre.mailing;

import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.reply.Merging;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/** Makes the document of one recipient; what fails stays with that one. */
@ApplicationScoped
public class RecipientMerge implements Worker {
  @Inject Recipients recipients;
  @Inject Merging merging;
  @Inject DocumentConverter converter;
  @Inject ContentStore store;

  @Override
  public Kind kind() {
    return Kind.MERGE_RECIPIENT;
  }

  @Override
  public void carryOut(Work work) throws IOException {
    try {
      var task = recipients.toMerge(work.subject());
      if (task.isPresent()) {
        merge(work, task.get());
      }
    } catch (Refusal e) {
      recipients.failed(work.subject(), e.key());
    } catch (RuntimeException | IOException e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        recipients.failed(work.subject(), "mailing.not-made");
      }
      throw e;
    }
  }

  private void merge(Work work, Recipients.Task task) throws IOException {
    var source = task.source();
    try (var folder = WorkFolder.create("mailing")) {
      var document = merging.letter(work.tenant(), source.sha256(), task.values());
      var merged = Files.write(folder.path().resolve("merged"), document);
      var pdf = converter.toPdf(merged, source.mediaType(), folder.path());
      try (var bytes = Files.newInputStream(pdf)) {
        recipients.made(work.subject(), store.put(work.tenant(), bytes, Long.MAX_VALUE).sha256());
      }
    }
  }
}
