package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.BasketColour;
import fr.vaguemestre.basket.BasketCounters;
import fr.vaguemestre.basket.BasketLine;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reader's baskets, counted once a request, for the rail and the home page. */
@Named
@RequestScoped
public class Rail {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("TO_QUALIFY", "tag"),
          Map.entry("TO_PROCESS", "inbox"),
          Map.entry("CONTRIBUTIONS_TO_GIVE", "opinion"),
          Map.entry("CONTRIBUTIONS_AWAITED", "clock"),
          Map.entry("TASKS_TO_DO", "task"),
          Map.entry("TASKS_AWAITED", "clock"),
          Map.entry("TO_VISA", "stamp"),
          Map.entry("TO_SIGN", "signature"),
          Map.entry("TO_HAVE_SIGNED", "printer"),
          Map.entry("TO_SEND", "send"),
          Map.entry("RETURNED", "arrow-left"),
          Map.entry("FOLLOWED", "star"),
          Map.entry("IN_COPY", "eye"),
          Map.entry("OUT_OF_CIRCUIT", "lock"),
          Map.entry("MY_DIRECTION", "unit"),
          Map.entry("RETURNS_LATE", "clock"),
          Map.entry("LATE", "warn"));

  @Inject Baskets baskets;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<BasketLine> lines;

  /** A section of the rail with its baskets; {@code code} is part of its message key. */
  public record Group(String code, List<BasketLine> baskets) {}

  public List<BasketLine> getBaskets() {
    if (lines == null) {
      lines = reader.find().map(baskets::of).orElse(List.of());
    }
    return lines;
  }

  /**
   * The basket one begins with: what is to be processed, else the first of those one has.
   *
   * @throws Refusal NOT_FOUND when there is none at all
   */
  public String getFirst() {
    return getBaskets().stream()
        .map(BasketLine::code)
        .min(Comparator.comparing(code -> !code.equals("TO_PROCESS")))
        .orElseThrow(Refusal::notFound);
  }

  public List<Group> getGroups() {
    return Arrays.stream(Basket.Section.values())
        .map(s -> new Group(s.name(), getBaskets().stream().filter(b -> b.section() == s).toList()))
        .filter(g -> !g.baskets().isEmpty())
        .toList();
  }

  /** The class that gives a basket's sign its colour. */
  public String tint(BasketColour colour) {
    return "tint-" + colour.name().toLowerCase(Locale.ROOT);
  }

  /** The icon of a basket; an envelope for one the town made. */
  public String sign(String code) {
    return SIGNS.getOrDefault(code, "envelope");
  }

  /** A counter as people read it: 12, or 999+ where counting stopped. */
  public String shown(long count) {
    return count < BasketCounters.MOST ? Long.toString(count) : BasketCounters.MOST - 1 + "+";
  }

  public String url(String code) {
    return "/basket/list.xhtml?basket=" + code;
  }

  /** For {@code aria-current}. */
  public String current(String code) {
    return request.getRequestURI().endsWith("/basket/list.xhtml")
            && code.equals(request.getParameter("basket"))
        ? "page"
        : null;
  }
}
