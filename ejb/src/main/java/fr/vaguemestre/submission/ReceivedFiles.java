package fr.vaguemestre.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Keeps what comes with a request, before the database knows of it. */
@ApplicationScoped
public class ReceivedFiles {
  private static final long LONGEST_TEXT = 4L * 1024 * 1024;

  @Inject Captures captures;
  @Inject ContentStore store;

  /** A file, told by its bytes, refused when too large or of a kind that is not taken. */
  IncomingFile keep(Reader reader, GivenFile file) {
    var stored = captures.keep(reader, file);
    return new IncomingFile(
        stored.name(), stored.mediaType(), stored.size(), stored.sha256(), null);
  }

  /** Words that were typed: plain text, whatever they look like. */
  IncomingFile keep(Reader reader, String name, String words) {
    try {
      var content =
          store.put(reader.tenant(), new ByteArrayInputStream(words.getBytes(UTF_8)), LONGEST_TEXT);
      return new IncomingFile(name, "text/plain", content.size(), content.sha256(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
