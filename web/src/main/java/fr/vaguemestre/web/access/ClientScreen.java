package fr.vaguemestre.web.access;

import fr.vaguemestre.access.ApiClientAdministration;
import fr.vaguemestre.access.ApiClientCard;
import fr.vaguemestre.access.ApiClientWish;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.call.TrialCalls;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** admin/client.xhtml: {@code login} of the machine account, none for a new one. */
@Named
@ViewScoped
public class ClientScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject ApiClientAdministration administration;
  @Inject ApiClients clients;
  @Inject TrialCalls trials;
  @Inject Typology typology;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Told told;
  private boolean known;
  private boolean active;
  private long version;
  private String secret;
  private String login;
  private String label;
  private String unit;
  private String perimeter;
  private LocalDate lastDay;
  private int callsPerMinute = ApiClientWish.USUAL_CALLS;
  private String networks;
  private List<Scope> scopes =
      new ArrayList<>(EnumSet.of(Scope.SUBMIT, Scope.FOLLOW, Scope.COMPLETE));
  private List<String> types = new ArrayList<>();
  private String trialSecret;
  private String trialAddress;
  private Scope trialScope;
  private String trialType;
  private TrialCalls.Outcome outcome;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_AGENTS, null);
    var wanted = request.getParameter("login");
    if (wanted != null) {
      show(clients.card(reader.get(), wanted));
    }
  }

  private void show(ApiClientCard card) {
    known = true;
    active = card.active();
    version = card.version();
    login = card.wish().login();
    label = card.wish().label();
    unit = card.unit();
    perimeter = card.perimeter();
    lastDay = card.wish().lastDay();
    callsPerMinute = card.wish().callsPerMinute();
    networks = card.wish().networks();
    scopes = new ArrayList<>(card.scopes());
    types = new ArrayList<>(card.wish().types());
  }

  /** Opens it and shows its secret once, or changes it. */
  public String save() {
    var wish =
        new ApiClientWish(
            login,
            label,
            addressees.unit("unit", unit),
            addressees.unit("perimeter", perimeter),
            types,
            EnumSet.copyOf(scopes),
            lastDay,
            callsPerMinute,
            networks);
    if (known) {
      administration.change(reader.get(), wish, version);
      told.done("access.client.saved", label);
      return "/admin/clients.xhtml?faces-redirect=true";
    }
    secret = administration.open(reader.get(), wish);
    show(clients.card(reader.get(), login));
    return null;
  }

  /** Says what a call would be answered; the secret that was typed is not shown again. */
  public void attempt() {
    var typed = trialSecret;
    trialSecret = null;
    outcome = null;
    outcome =
        trials.answer(
            reader.get(), login, new TrialCalls.Trial(typed, trialAddress, trialScope, trialType));
  }

  public void rotate() {
    secret = administration.rotate(reader.get(), login);
    show(clients.card(reader.get(), login));
  }

  public String close() {
    return activate(false, "access.client.closed");
  }

  public String reopen() {
    return activate(true, "access.client.reopened");
  }

  private String activate(boolean open, String said) {
    administration.activate(reader.get(), login, open);
    told.done(said, label);
    return "/admin/clients.xhtml?faces-redirect=true";
  }

  public boolean isNew() {
    return !known;
  }

  public boolean isActive() {
    return active;
  }

  /** Shown once, after it was made; null otherwise. */
  public String getSecret() {
    return secret;
  }

  /** Null before a call was tried. */
  public TrialCalls.Outcome getOutcome() {
    return outcome;
  }

  public String getTrialSecret() {
    return trialSecret;
  }

  public void setTrialSecret(String trialSecret) {
    this.trialSecret = trialSecret;
  }

  public String getTrialAddress() {
    return trialAddress;
  }

  public void setTrialAddress(String trialAddress) {
    this.trialAddress = trialAddress;
  }

  public Scope getTrialScope() {
    return trialScope;
  }

  public void setTrialScope(Scope trialScope) {
    this.trialScope = trialScope;
  }

  public String getTrialType() {
    return trialType;
  }

  public void setTrialType(String trialType) {
    this.trialType = trialType;
  }

  public Scope[] getAllScopes() {
    return Scope.values();
  }

  public List<DocumentTypeLine> getAllTypes() {
    return typology.types().stream().filter(DocumentTypeLine::active).toList();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
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

  public String getPerimeter() {
    return perimeter;
  }

  public void setPerimeter(String perimeter) {
    this.perimeter = perimeter;
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  public int getCallsPerMinute() {
    return callsPerMinute;
  }

  public void setCallsPerMinute(int callsPerMinute) {
    this.callsPerMinute = callsPerMinute;
  }

  public String getNetworks() {
    return networks;
  }

  public void setNetworks(String networks) {
    this.networks = networks;
  }

  public List<Scope> getScopes() {
    return scopes;
  }

  public void setScopes(List<Scope> scopes) {
    this.scopes = scopes;
  }

  public List<String> getTypes() {
    return types;
  }

  public void setTypes(List<String> types) {
    this.types = types;
  }
}
