package fr.vaguemestre.web.approval;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.ChainModel;
import fr.vaguemestre.approval.ChainModels;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** admin/chain.xhtml: {@code id} of a predefined chain, none for a new one. */
@Named
@RequestScoped
public class ChainScreen {
  @Inject ChainModels models;
  @Inject ChainRows rows;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  @Inject Told told;
  private ChainModel known;
  private Long id;
  private String label;
  private String unit;
  private String type;

  @PostConstruct
  void read() {
    var all = models.managed(reader.get());
    var wanted = request.getParameter("id");
    if (wanted == null) {
      return;
    }
    id = wanted.matches("\\d{1,18}") ? Long.parseLong(wanted) : 0L;
    known = all.stream().filter(m -> m.id() == id).findFirst().orElse(null);
    if (known != null) {
      label = known.label();
      unit = known.unitLabel();
      type = known.type();
    } else if (!"POST".equals(request.getMethod())) {
      throw Refusal.notFound();
    }
  }

  public List<ChainRows.Row> getRows() {
    var edited = rows.of(() -> known == null ? List.of() : known.steps());
    if (edited.isEmpty() && !rows.isSent()) {
      edited.add(new ChainRows.Row("", StepKind.VISA));
      edited.add(new ChainRows.Row("", StepKind.SIGNATURE));
    }
    return edited;
  }

  public String save() {
    getRows();
    models.predefine(reader.get(), id, label, addressees.unit("unit", unit), type, rows.wishes());
    told.done("approval.chain.saved", label);
    return "/admin/chains.xhtml?faces-redirect=true";
  }

  public String remove() {
    models.remove(reader.get(), id);
    told.done("approval.chain.removed");
    return "/admin/chains.xhtml?faces-redirect=true";
  }

  public boolean isNew() {
    return id == null;
  }

  /** Chains of types are for whoever manages the types. */
  public boolean isTypes() {
    return reader.get().may(Right.ADMIN_TYPES, null);
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }
}
