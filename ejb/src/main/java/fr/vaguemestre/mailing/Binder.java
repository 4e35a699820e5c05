package fr.vaguemestre.mailing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Binds PDFs one after the other, to be printed at once. */
public interface Binder {
  void bind(List<Path> documents, OutputStream out) throws IOException;
}
