package fr.vaguemestre.capture;

import fr.vaguemestre.correspondence.DocumentFiles;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Reads a document of a registered letter. */
@ApplicationScoped
public class DocumentReading implements Worker {
  @Inject FileReading reading;
  @Inject DocumentFiles documents;

  @Override
  public Kind kind() {
    return Kind.EXTRACT_DOCUMENT;
  }

  @Override
  public void carryOut(Work work) throws IOException {
    var document = documents.find(work.subject());
    if (document.isPresent()) {
      var file =
          new StoredFile(
              document.get().name(), document.get().mediaType(), -1, document.get().sha256());
      documents.read(work.subject(), file.sha256(), reading.read(work.tenant(), file));
    }
  }
}
