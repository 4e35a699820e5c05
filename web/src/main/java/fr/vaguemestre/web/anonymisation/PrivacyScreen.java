package fr.vaguemestre.web.anonymisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.anonymisation.PrivacySetting;
import fr.vaguemestre.anonymisation.PrivacySettings;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** admin/privacy.xhtml */
@Named
@RequestScoped
public class PrivacyScreen {
  /** How far a request is erased, as the page offers it. */
  public enum HowFar {
    WHOLE,
    COPY
  }

  @Inject PrivacySettings settings;
  @Inject CurrentReader reader;
  @Inject Told told;
  private long due;
  private String howFar;
  private boolean deposits;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    var current = settings.current();
    due = settings.due(reader.get());
    howFar = (current.keepLetters() ? HowFar.COPY : HowFar.WHOLE).name();
    deposits = current.deposits();
  }

  public String save() {
    settings.change(reader.get(), new PrivacySetting(HowFar.COPY.name().equals(howFar), deposits));
    told.done("anonymisation.saved");
    return "/admin/privacy.xhtml?faces-redirect=true";
  }

  public HowFar[] getChoices() {
    return HowFar.values();
  }

  /** Requests that the next night would erase. */
  public long getDue() {
    return due;
  }

  public String getHowFar() {
    return howFar;
  }

  public void setHowFar(String howFar) {
    this.howFar = howFar;
  }

  public boolean isDeposits() {
    return deposits;
  }

  public void setDeposits(boolean deposits) {
    this.deposits = deposits;
  }
}
