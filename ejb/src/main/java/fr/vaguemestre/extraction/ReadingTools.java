package fr.vaguemestre.extraction;

import java.util.List;

/** What the machine has for reading documents. */
public interface ReadingTools {
  /**
   * @param name of a program, or of a language of tesseract
   * @param version null when unknown
   * @param without what is lost when it is missing, a message key
   */
  record Tool(String name, boolean there, String version, String without) {}

  /** As found at start-up. */
  List<Tool> found();
}
