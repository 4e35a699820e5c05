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
    var faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(
        null, new FacesMessage(FacesMessage.SEVERITY_INFO, texts.of(key, arguments), null));
  }
}
