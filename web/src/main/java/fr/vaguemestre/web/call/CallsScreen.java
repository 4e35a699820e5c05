package fr.vaguemestre.web.call;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.call.CallLine;
import fr.vaguemestre.call.Calls;
import fr.vaguemestre.call.ClientCalls;
import fr.vaguemestre.call.RouteCalls;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * admin/calls.xhtml: {@code days} looked back at, {@code login} of one account (none for all), and
 * of its calls {@code errors} alone, {@code before} the last line of the page before.
 */
@Named
@RequestScoped
public class CallsScreen {
  private static final List<Integer> SPANS = List.of(1, 7, 30, 365);
  private static final int USUAL = 7;

  @Inject Calls calls;
  @Inject ApiClients clients;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private int days;
  private String login;
  private String label;
  private boolean errors;
  private Long before;
  private List<ClientCalls> all = List.of();
  private List<RouteCalls> routes = List.of();
  private List<CallLine> lines = List.of();

  @PostConstruct
  void read() {
    var asked = number("days");
    days = asked != null && SPANS.contains(asked.intValue()) ? asked.intValue() : USUAL;
    var wanted = request.getParameter("login");
    if (wanted == null || wanted.isBlank()) {
      all = calls.overview(reader.get(), days);
      return;
    }
    login = wanted;
    label = clients.card(reader.get(), login).wish().label();
    errors = Boolean.parseBoolean(request.getParameter("errors"));
    before = number("before");
    routes = calls.routes(reader.get(), login, days);
    lines = calls.page(reader.get(), login, before, errors);
  }

  private Long number(String name) {
    var text = request.getParameter(name);
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  public List<Integer> getSpans() {
    return SPANS;
  }

  public int getDays() {
    return days;
  }

  /** Of the one account shown; null for all. */
  public String getLogin() {
    return login;
  }

  public String getLabel() {
    return label;
  }

  public boolean isErrors() {
    return errors;
  }

  public boolean isFirst() {
    return before == null;
  }

  /** Where the next page begins; null on the last. */
  public Long getNext() {
    return lines.size() < Calls.PAGE ? null : lines.getLast().id();
  }

  public List<ClientCalls> getAll() {
    return all;
  }

  public List<RouteCalls> getRoutes() {
    return routes;
  }

  public List<CallLine> getLines() {
    return lines;
  }
}
