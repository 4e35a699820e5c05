package fr.vaguemestre.web.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.KeptSearch;
import fr.vaguemestre.search.KeptSearches;
import fr.vaguemestre.search.RecentSearches;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * search/kept.xhtml: kept searches and the last ones; with a search in its address ({@code asked}),
 * also the form that gives it a name. Its parameters would meet the form's own fields.
 */
@Named
@ViewScoped
public class KeptScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HERE = "/search/kept.xhtml?faces-redirect=true";

  @Inject transient HttpServletRequest request;
  @Inject KeptSearches searches;
  @Inject RecentSearches recents;
  @Inject Organisation organisation;
  @Inject SearchWords words;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String asked;
  private String name;
  private String unit;

  /** A search as a line shows it. */
  public record Line(
      long id,
      String name,
      String url,
      String criteria,
      String owner,
      String unit,
      boolean changeable) {}

  @PostConstruct
  void read() {
    var given = request.getParameter("asked");
    asked = given == null ? "" : Asked.parse(given).text();
  }

  public String keep() {
    searches.keep(reader.get(), name, Asked.parse(asked), unit);
    told.done("search.kept.done", name);
    return HERE;
  }

  public String remove(long id) {
    searches.remove(reader.get(), id);
    told.done("search.kept.removed");
    return HERE;
  }

  public String erase() {
    recents.erase(reader.get());
    told.done("search.recent.erased");
    return HERE;
  }

  public String remember(boolean wanted) {
    recents.keep(reader.get(), wanted);
    told.done(wanted ? "search.recent.on.done" : "search.recent.off.done");
    return HERE;
  }

  public List<Line> getMine() {
    return lines(true);
  }

  public List<Line> getShared() {
    return lines(false);
  }

  public List<Line> getRecent() {
    return recents.of(reader.get()).stream()
        .map(a -> new Line(0, words.of(a), SearchAddress.url(a), null, null, null, false))
        .toList();
  }

  public boolean isRemembered() {
    return recents.kept(reader.get());
  }

  /** The units it may be shared with, by their code. */
  public Map<String, String> getUnits() {
    var branch = reader.get().branch();
    var units = new LinkedHashMap<String, String>();
    organisation.units().stream()
        .filter(u -> branch.contains(u.id()))
        .forEach((UnitLine u) -> units.put(u.label(), u.code()));
    return units;
  }

  /** What is about to be kept, in words; null when the address asks nothing. */
  public String getCriteria() {
    return asked.isEmpty() ? null : words.of(Asked.parse(asked));
  }

  public String getBack() {
    return SearchAddress.url(Asked.parse(asked));
  }

  private List<Line> lines(boolean own) {
    return searches.of(reader.get()).stream()
        .filter(kept -> kept.own() == own)
        .map(this::line)
        .toList();
  }

  private Line line(KeptSearch kept) {
    return new Line(
        kept.id(),
        kept.name(),
        SearchAddress.url(kept.asked()),
        words.of(kept.asked()),
        kept.own() ? null : kept.owner(),
        kept.unitLabel(),
        kept.changeable());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }
}
