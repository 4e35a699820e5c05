package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.BasketLine;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.correspondence.LetterLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** index.xhtml */
@Named
@RequestScoped
public class Home {
  private static final int SHOWN = 6;

  @Inject Baskets baskets;
  @Inject Rail rail;
  @Inject CurrentReader reader;
  private final Map<String, List<LetterLine>> read = new HashMap<>();

  /** The first letters of a basket, soonest deadline first; none when the reader has no such. */
  private List<LetterLine> first(String code) {
    return read.computeIfAbsent(
        code,
        c ->
            rail.getBaskets().stream().anyMatch(b -> b.code().equals(c) && b.count() > 0)
                ? baskets.page(reader.get(), c, null, SHOWN).items()
                : List.of());
  }

  public List<LetterLine> getToProcess() {
    return first("TO_PROCESS");
  }

  public List<LetterLine> getLate() {
    return first("LATE");
  }

  public long getLateCount() {
    return rail.getBaskets().stream()
        .filter(b -> b.code().equals("LATE"))
        .mapToLong(BasketLine::count)
        .sum();
  }
}
