package fr.vaguemestre.web.access;

import fr.vaguemestre.access.Authentication;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.OwnAccount;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Griffes;
import fr.vaguemestre.web.shell.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** account/account.xhtml */
@Named
@RequestScoped
public class AccountScreen {
  private static final int LARGEST = 2_000_000;

  @Inject OwnAccount account;
  @Inject Griffes griffes;
  @Inject CurrentReader reader;
  @Inject Authentication authentication;
  @Inject HttpServletRequest request;
  @Inject Told told;
  private String current;
  private String password;
  private String again;
  private Part griffe;

  /** Changes the password; every other session ends, this one goes on under a new id. */
  public String changePassword() {
    if (!password.equals(again)) {
      throw Refusal.field("again", "access.password-not-twice");
    }
    authentication.open(
        request,
        account.changePassword(
            reader.get(), current.toCharArray(), password.toCharArray(), request.getRemoteAddr()));
    told.done("access.password.changed");
    return "/account/account.xhtml?faces-redirect=true";
  }

  public String keepGriffe() throws IOException {
    if (griffe == null || griffe.getSize() == 0) {
      throw Refusal.field("griffe", "access.griffe-missing");
    }
    try (var in = griffe.getInputStream()) {
      griffes.keep(reader.get(), in.readNBytes(LARGEST));
    } catch (Refusal refusal) {
      throw Refusal.field("griffe", refusal.key(), refusal.arguments().toArray());
    }
    told.done("access.griffe.kept");
    return "/account/account.xhtml?faces-redirect=true";
  }

  public String removeGriffe() {
    griffes.remove(reader.get());
    told.done("access.griffe.removed");
    return "/account/account.xhtml?faces-redirect=true";
  }

  /** For themselves, or in an absent colleague's place. */
  public boolean isSigner() {
    return reader.get().mayForSomeone(Right.SIGN);
  }

  public boolean isGriffeKept() {
    return griffes.kept(reader.get());
  }

  public String getLogin() {
    return reader.get().login();
  }

  public String getName() {
    return reader.get().name();
  }

  public String getJobTitle() {
    return reader.get().jobTitle();
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public Part getGriffe() {
    return griffe;
  }

  public void setGriffe(Part griffe) {
    this.griffe = griffe;
  }
}
