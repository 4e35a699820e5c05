package fr.vaguemestre.reply;

import fr.vaguemestre.extraction.TextExtractor;
import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/** Makes the PDF of a reply version, and reads it so that the reply is found by what it says. */
@ApplicationScoped
public class ReplyConversion implements Worker {
  private static final String PDF = "application/pdf";

  @Inject Drafts drafts;
  @Inject DocumentConverter converter;
  @Inject TextExtractor extractor;
  @Inject ContentStore store;

  @Override
  public Kind kind() {
    return Kind.CONVERT_REPLY;
  }

  @Override
  public void carryOut(Work work) throws IOException, Hopeless {
    var file = drafts.toConvert(work.subject());
    if (file.isPresent()) {
      convert(work, file.get());
    }
  }

  private void convert(Work work, DraftFile file) throws IOException, Hopeless {
    try (var folder = WorkFolder.create("reply")) {
      var pdf =
          converter.toPdf(
              store.file(work.tenant(), file.sha256()), file.mediaType(), folder.path());
      var text = extractor.extract(pdf, PDF).text();
      try (var bytes = Files.newInputStream(pdf)) {
        var kept = store.put(work.tenant(), bytes, Long.MAX_VALUE);
        drafts.converted(work.subject(), file.sha256(), kept.sha256(), text);
      }
    } catch (Refusal e) {
      drafts.notConverted(work.subject(), file.sha256(), e.key());
      throw new Hopeless(e.key());
    }
  }
}
