package fr.vaguemestre.template.engine;

/**
 * One thing to put right in a template.
 *
 * @param key {@code template.…}, names the message
 * @param where in French, for the author: part of the document, page when it is known, words
 *     around; or the name of the entry of the archive; may be empty
 * @param field the marker as written, without braces; may be empty
 * @param suggestion the nearest field that exists; may be empty
 */
public record TemplateProblem(String key, String where, String field, String suggestion) {
  static TemplateProblem in(String key, String where) {
    return new TemplateProblem(key, where, "", "");
  }
}
