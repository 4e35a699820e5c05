package fr.vaguemestre.api.signing;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.Signings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Signing: the password again, and the hash of the PDF that was read. */
@RequestScoped
public class SigningDeeds implements Deeds {
  @Inject Signings signings;
  @Inject HttpServletRequest request;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.SIGN, this::sign, needed("password", "password"), needed("seenSha256", "text")));
  }

  private void sign(Attempt attempt) {
    var password = attempt.fields().requiredText("password");
    var seen = attempt.fields().requiredText("seenSha256");
    attempt.fields().check();
    var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    signings.sign(
        attempt.reader(),
        attempt.letter(),
        attempt.seenVersion(),
        password.toCharArray(),
        seen,
        origin);
  }
}
