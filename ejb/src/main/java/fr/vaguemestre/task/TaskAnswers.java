package fr.vaguemestre.task;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Giving an answer with its file, which is kept before the transaction begins. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskAnswers {
  @Inject Tasks tasks;
  @Inject Captures captures;

  /**
   * @param task null for the only one that is awaited from this reader
   * @param given the file that goes with the answer, or null
   */
  public void give(
      Reader reader, long letter, long seenVersion, Long task, String text, GivenFile given) {
    var answer = Tasks.answerText(text);
    tasks.answer(
        reader, letter, seenVersion, task, answer, given == null ? null : kept(reader, given));
  }

  private TaskFile kept(Reader reader, GivenFile given) {
    var kept = captures.keep(reader, given);
    return new TaskFile(kept.name(), kept.mediaType(), kept.sha256(), kept.size());
  }
}
