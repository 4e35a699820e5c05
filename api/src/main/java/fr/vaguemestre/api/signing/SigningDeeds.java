package fr.vaguemestre.api.signing;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.PaperSignatures;
import fr.vaguemestre.signing.Signings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Signing: the password again, and the hash of the PDF that was read. */
@RequestScoped
public class SigningDeeds implements Deeds {
  @Inject Signings signings;
  @Inject PaperSignatures paper;
  @Inject HttpServletRequest request;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.SIGN, this::sign, needed("password", "password"), needed("seenSha256", "text")),
        Deed.of(Action.ATTACH_SIGNED, this::attach, needed("file", "file")));
  }

  private void attach(Attempt attempt) {
    var scan = attempt.file().orElseThrow(() -> Refusal.field("file", "signing.scan-missing"));
    paper.attach(attempt.reader(), attempt.letter(), attempt.seenVersion(), scan, origin());
  }

  private Origin origin() {
    return new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
  }

  private void sign(Attempt attempt) {
    var password = attempt.fields().requiredText("password");
    var seen = attempt.fields().requiredText("seenSha256");
    attempt.fields().check();
    signings.sign(
        attempt.reader(),
        attempt.letter(),
        attempt.seenVersion(),
        password.toCharArray(),
        seen,
        origin());
  }
}
