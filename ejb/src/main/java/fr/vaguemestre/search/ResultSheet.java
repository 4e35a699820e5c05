package fr.vaguemestre.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A list of letters being written to a file, a row at a time; closed, the file is whole. Cells are
 * texts, days ({@link java.time.LocalDate}) or null, and never become formulas.
 */
public interface ResultSheet extends Closeable {
  void row(List<?> cells) throws IOException;
}
