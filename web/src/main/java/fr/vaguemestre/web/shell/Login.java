package fr.vaguemestre.web.shell;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.LetterTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** login.xhtml */
@Named
@RequestScoped
public class Login {
  @Inject SecurityContext security;
  @Inject Texts texts;
  @Inject CurrentReader reader;
  @Inject LetterTokens letters;
  private String name;
  private String password;
  private String back;

  public void enter() throws IOException {
    var faces = FacesContext.getCurrentInstance();
    var outside = faces.getExternalContext();
    var request = (HttpServletRequest) outside.getRequest();
    var credential = new UsernamePasswordCredential(name.strip(), password);
    var status =
        security.authenticate(
            request,
            (HttpServletResponse) outside.getResponse(),
            withParams().credential(credential).newAuthentication(true));
    switch (status) {
      case SUCCESS -> outside.redirect(Back.to(back));
      case SEND_CONTINUE -> faces.responseComplete();
      default -> {
        var key =
            switch (request.getAttribute(Credentials.Verdict.class.getName())) {
              case Credentials.Verdict.LOCKED -> "access.locked";
              case Credentials.Verdict.SUSPENDED -> "access.town-suspended";
              case Credentials.Verdict.WHICH_TOWN -> "access.which-town";
              case null, default -> "shell.login.refused";
            };
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get(key), null));
      }
    }
  }

  public void leave() throws IOException, ServletException {
    var outside = FacesContext.getCurrentInstance().getExternalContext();
    reader.find().ifPresent(letters::end);
    ((HttpServletRequest) outside.getRequest()).logout();
    outside.invalidateSession();
    outside.redirect("/login.xhtml?out=1");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getBack() {
    return back;
  }

  public void setBack(String back) {
    this.back = back;
  }
}
