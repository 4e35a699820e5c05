package fr.vaguemestre.publik;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.submission.Received;
import fr.vaguemestre.submission.SubmissionWish;
import fr.vaguemestre.submission.Submissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Forms that a portal's workflow pushes. A form is one submission however often it is pushed, with
 * whatever history it has grown meanwhile; the portal is told when its letter is closed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PublikRequests {
  @Inject Submissions submissions;
  @Inject PortalCalls calls;

  /**
   * Receives it, unless it was; where the portal waits is kept in the same transaction.
   *
   * @throws fr.vaguemestre.platform.Refusal as a submission
   */
  public Received push(Reader reader, SubmissionWish wish, List<GivenFile> files, PortalForm form) {
    var key = "publik:" + form.key();
    return submissions
        .known(reader, key)
        .orElseGet(
            () ->
                submissions.receive(
                    reader, wish, files, key, id -> calls.expect(reader, id, form)));
  }
}
