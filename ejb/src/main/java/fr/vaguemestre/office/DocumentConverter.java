package fr.vaguemestre.office;

import fr.vaguemestre.platform.Refusal;
import java.nio.file.Path;

/** Turns an office document into PDF, outside the server JVM and outside any transaction. */
public interface DocumentConverter {

  /**
   * Converts to PDF/A-1b. Blocks for the time of the conversion (tens of milliseconds warm, some
   * seconds on the first call).
   *
   * @param source untrusted bytes; its name and extension are not looked at
   * @param mediaType what the bytes are said to be; believed only if the bytes agree
   * @param folder where the PDF is written, under a new name; the caller owns and deletes it
   * @return the PDF, inside {@code folder}
   * @throws Refusal {@code office.unsupported-type}, {@code office.not-what-it-says}, {@code
   *     office.damaged}, {@code office.too-large} or {@code office.not-convertible}: the same bytes
   *     will never do
   * @throws OfficeUnavailable no office here now: show what to install, or try later
   */
  Path toPdf(Path source, String mediaType, Path folder) throws Refusal;

  /** Whether there is an office here at all; it may still be busy. */
  default boolean installed() {
    return true;
  }

  /** Conversions under way or waiting for a process. */
  default int busy() {
    return 0;
  }
}
