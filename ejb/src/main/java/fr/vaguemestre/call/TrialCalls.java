package fr.vaguemestre.call;

import fr.vaguemestre.access.ApiClientCard;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.platform.Network;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * What a call of a machine account would be answered (API4), for administrators who look for what
 * is wrong: nothing is created, counted nor kept of the secret.
 */
@Stateless
public class TrialCalls {
  private static final int LONGEST = 200;

  @Inject ApiClients clients;
  @Inject Credentials credentials;

  /**
   * A call to try; what is blank or null is taken to be right.
   *
   * @param address it comes from
   * @param type code of what it submits
   */
  public record Trial(String secret, String address, Scope scope, String type) {}

  /** The answers a call can get before it does anything, in the order in which they are given. */
  public enum Outcome {
    NOT_AUTHENTICATED(401, "access.not-authenticated"),
    ELSEWHERE(403, "access.address-not-allowed"),
    ENDED(403, "access.for-machine-accounts-only"),
    SCOPE_MISSING(403, "access.scope-missing"),
    TYPE_NOT_OPEN(422, "submission.type-not-open"),
    ADMITTED(200, null);

    private final int status;
    private final String code;

    Outcome(int status, String code) {
      this.status = status;
      this.code = code;
    }

    /** Of HTTP. */
    public int status() {
      return status;
    }

    /** Of the problem; null when it is none. */
    public String code() {
      return code;
    }
  }

  /**
   * The first answer that the account of this login would get.
   *
   * @throws Refusal FORBIDDEN without the right on the whole town, NOT_FOUND without such an
   *     account, on {@code trialAddress} when it is none
   */
  public Outcome answer(Reader reader, String login, Trial trial) {
    var card = clients.card(reader, login);
    if (!card.active() || !secret(login, trial.secret())) {
      return Outcome.NOT_AUTHENTICATED;
    }
    if (!from(card, trial.address())) {
      return Outcome.ELSEWHERE;
    }
    if (!card.inForce()) {
      return Outcome.ENDED;
    }
    if (trial.scope() != null && !card.wish().scopes().contains(trial.scope())) {
      return Outcome.SCOPE_MISSING;
    }
    return blank(trial.type()) || clients.maySend(card, trial.type().strip())
        ? Outcome.ADMITTED
        : Outcome.TYPE_NOT_OPEN;
  }

  private boolean secret(String login, String secret) {
    return blank(secret)
        || secret.length() <= LONGEST && credentials.fits(login, secret.toCharArray());
  }

  private static boolean from(ApiClientCard card, String address) {
    if (blank(address)) {
      return true;
    }
    var one =
        Network.address(address.strip())
            .orElseThrow(() -> Refusal.field("trialAddress", "call.not-an-address"));
    return new CallRule(1, Network.all(card.wish().networks())).from(one);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
