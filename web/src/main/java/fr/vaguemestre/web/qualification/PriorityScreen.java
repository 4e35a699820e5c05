package fr.vaguemestre.web.qualification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.qualification.PriorityWish;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** admin/priority.xhtml: {@code code} of the priority, none for a new one. */
@Named
@ViewScoped
public class PriorityScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Typology typology;
  @Inject CurrentReader reader;
  @Inject Told told;
  private long version = Seen.NOTHING;
  private String code;
  private String label;
  private String colour = "#3b6ea8";
  private int days = 30;
  private int position;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_TYPES);
    var wanted = request.getParameter("code");
    if (wanted == null) {
      position = typology.priorities().size() + 1;
      return;
    }
    var priority =
        typology.priorities().stream()
            .filter(p -> p.code().equals(wanted))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    version = priority.version();
    code = priority.code();
    label = priority.label();
    colour = priority.colour();
    days = priority.days();
    position = priority.position();
  }

  public String save() {
    typology.savePriority(
        reader.get(), new PriorityWish(code, label, colour, days, position), version);
    told.done("qualification.priority.saved", label);
    return "/admin/priorities.xhtml?faces-redirect=true";
  }

  public boolean isNew() {
    return version == Seen.NOTHING;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getColour() {
    return colour;
  }

  public void setColour(String colour) {
    this.colour = colour;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public int getPosition() {
    return position;
  }

  public void setPosition(int position) {
    this.position = position;
  }
}
