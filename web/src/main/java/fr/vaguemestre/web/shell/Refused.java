package fr.vaguemestre.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.primefaces.component.api.InputHolder;

/**
 * What is to be corrected in the form just sent, each with the input to go to: for {@code
 * v:errors}.
 */
@Named
@RequestScoped
public class Refused {
  /**
   * One point: its words, and the id of its input in the page, or null when it is about the whole
   * form.
   */
  public record Problem(String text, String target) {}

  public List<Problem> getProblems() {
    var faces = FacesContext.getCurrentInstance();
    var problems = new ArrayList<Problem>();
    for (var ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
      var id = ids.next();
      for (var message : faces.getMessageList(id)) {
        if (message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
          problems.add(new Problem(message.getSummary(), id == null ? null : target(faces, id)));
        }
      }
    }
    return problems;
  }

  /** Someone else was faster: the page is to be asked for afresh. */
  public boolean isStale() {
    return FacesContext.getCurrentInstance().getMessageList().stream()
        .anyMatch(Stale.class::isInstance);
  }

  /** The message of that. */
  static final class Stale extends FacesMessage {
    private static final long serialVersionUID = 1L;

    Stale(String text) {
      super(SEVERITY_ERROR, text, null);
    }
  }

  private static String target(FacesContext faces, String id) {
    UIComponent component = faces.getViewRoot().findComponent(id);
    return component instanceof InputHolder holder ? holder.getInputClientId() : id;
  }
}
