package fr.vaguemestre.capture;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Reads a dropped file while the clerk types. */
@ApplicationScoped
public class UploadReading implements Worker {
  @Inject FileReading reading;
  @Inject Uploads uploads;

  @Override
  public Kind kind() {
    return Kind.EXTRACT_UPLOAD;
  }

  @Override
  public void carryOut(Work work) throws IOException {
    var file = uploads.file(work.subject());
    if (file.isPresent()) {
      uploads.read(work.subject(), reading.read(work.tenant(), file.get()));
    }
  }
}
