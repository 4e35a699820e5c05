package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The reader of this request, found once; inject this, never a Reader, so that rights do not
 * freeze.
 */
@RequestScoped
public class CurrentReader {
  @Inject HttpServletRequest request;
  @Inject Logins logins;
  private Reader reader;

  /**
   * @throws Refusal FORBIDDEN when nobody is logged in
   */
  public Reader get() {
    return find().orElseThrow(Refusal::forbidden);
  }

  public Optional<Reader> find() {
    if (reader == null && request.getAttribute(Reader.class.getName()) instanceof Reader known) {
      reader = known;
    }
    if (reader == null) {
      reader =
          Optional.ofNullable(request.getAttribute(AgentPrincipal.class.getName()))
              .map(AgentPrincipal.class::cast)
              .flatMap(logins::reader)
              .orElse(null);
    }
    return Optional.ofNullable(reader);
  }
}
