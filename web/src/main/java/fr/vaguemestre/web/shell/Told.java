package fr.vaguemestre.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Says that something is done, above the page that is shown next. */
@RequestScoped
public class Told {
  @Inject Texts texts;

  public void done(String key, Object... arguments) {
    say(FacesMessage.SEVERITY_INFO, key, arguments);
  }

  /** It is done, but something must be known. */
  public void warn(String key, Object... arguments) {
    say(FacesMessage.SEVERITY_WARN, key, arguments);
  }

  private void say(FacesMessage.Severity severity, String key, Object... arguments) {
    var faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(severity, texts.of(key, arguments), null));
  }
}
