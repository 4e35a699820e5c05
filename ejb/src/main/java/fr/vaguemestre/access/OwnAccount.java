package fr.vaguemestre.access;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;

/** What everyone may change of their own account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnAccount {
  @Inject Logins logins;
  @Inject NewPassword newPassword;

  /**
   * Changes one's password; every session and token of before ends.
   *
   * @param current the password in use, asked again; {@code address}: network address of the caller
   * @throws Refusal on {@code current} when it is not theirs, on {@code password} when the rule says
   *     no
   */
  public void changePassword(Reader reader, char[] current, char[] password, String address) {
    switch (logins.again(reader, current, address).verdict()) {
      case ACCEPTED -> newPassword.keep(reader, password);
      case REFUSED -> throw Refusal.field("current", "access.wrong-password");
      case LOCKED -> throw Refusal.field("current", "access.locked");
    }
  }

  /** The change itself, in one transaction, after the failure of an attempt is counted for good. */
  @Stateless
  public static class NewPassword {
    @Inject Credentials credentials;
    @Inject Journal journal;

    public void keep(Reader reader, char[] password) {
      credentials.change(reader, password);
      journal.record(reader, null, "CHANGE_PASSWORD", null, null, Map.of(), null);
    }
  }
}
