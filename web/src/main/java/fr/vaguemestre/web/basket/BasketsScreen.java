package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.basket.BasketWish;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/baskets.xhtml */
@Named
@RequestScoped
public class BasketsScreen {
  @Inject BasketAdministration administration;
  @Inject CurrentReader reader;
  private List<BasketWish> baskets;

  @PostConstruct
  void read() {
    baskets =
        administration.all(reader.get()).stream().map(BasketAdministration.Kept::basket).toList();
  }

  public List<BasketWish> getBaskets() {
    return baskets;
  }
}
