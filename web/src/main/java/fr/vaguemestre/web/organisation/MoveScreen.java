package fr.vaguemestre.web.organisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.UnitNode;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/** admin/move.xhtml: the unit {@code code}, to be put under {@code to} when it is given. */
@Named
@ViewScoped
public class MoveScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  @Inject transient HttpServletRequest request;
  @Inject Directory directory;
  @Inject UnitAdministration units;
  @Inject CurrentReader reader;
  @Inject Told told;
  private UnitNode unit;
  private String from;
  private String to;

  @PostConstruct
  void read() {
    var path = directory.path(request.getParameter("code"));
    if (path.isEmpty()) {
      throw Refusal.notFound();
    }
    unit = path.getLast();
    reader.get().need(Right.ADMIN_ORGANISATION, unit.id());
    from = path.size() > 1 ? path.get(path.size() - 2).label() : null;
    var target = directory.path(request.getParameter("to"));
    to = target.isEmpty() ? null : Addressed.unit(target.getLast());
  }

  public String move() {
    var target = Addressed.code(to);
    units.move(reader.get(), unit.code(), target, unit.version());
    told.done("organisation.moved", unit.label(), directory.unitName(target).orElse(target));
    return "/admin/units.xhtml?faces-redirect=true&at=" + target;
  }

  /** Units this one may go under, as the field writes them. */
  public List<String> targets(String typed) {
    return directory
        .units(typed, reader.get().within(Right.ADMIN_ORGANISATION), false, MOST)
        .stream()
        .map(Addressed::unit)
        .toList();
  }

  public UnitNode getUnit() {
    return unit;
  }

  public String getLabel() {
    return unit.label();
  }

  public String getFrom() {
    return from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
