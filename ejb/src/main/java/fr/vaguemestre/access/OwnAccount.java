package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What everyone may change of their own account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnAccount {
  @Inject Logins logins;
  @Inject Credentials credentials;

  /**
   * Changes one's password; every session and token of before ends. What it returns opens a new one
   * ({@link Authentication#open}).
   *
   * @param current the password in use, asked again; {@code address}: network address of the caller
   * @throws Refusal on {@code current} when it is not theirs, on {@code password} when the rule
   *     says no
   */
  public AgentPrincipal changePassword(
      Reader reader, char[] current, char[] password, String address) {
    return switch (logins.again(reader, current, address).verdict()) {
      case ACCEPTED -> credentials.change(reader, password);
      case REFUSED, WHICH_TOWN -> throw Refusal.field("current", "access.wrong-password");
      case LOCKED -> throw Refusal.field("current", "access.locked");
      case SUSPENDED -> throw Refusal.field("current", "access.town-suspended");
    };
  }
}
