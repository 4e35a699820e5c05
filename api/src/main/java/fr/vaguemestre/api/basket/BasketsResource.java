package fr.vaguemestre.api.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.correspondence.LetterItem;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.Baskets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The caller's baskets. */
@RequestScoped
@Path("/v1/baskets")
@Produces(MediaType.APPLICATION_JSON)
public class BasketsResource {
  @Inject CurrentReader reader;
  @Inject Baskets baskets;

  /** A basket, its letters and, among them, the late ones: 1000 for that many or more. */
  public record BasketItem(
      String id, String label, Basket.Section section, long count, long late, String href) {}

  @GET
  public Page<BasketItem> all() {
    return Page.whole(
        baskets.of(reader.get()).stream()
            .map(
                b ->
                    new BasketItem(
                        b.code(),
                        b.label(),
                        b.section(),
                        b.count(),
                        b.late(),
                        Hrefs.to("baskets", b.code(), "items")))
            .toList());
  }

  /** In the basket's order; at most 200 on a page, the total told up to 1000. */
  @GET
  @Path("/{id}/items")
  public Page<LetterItem> items(
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var page = baskets.page(reader.get(), id, after, Ids.limit(limit, 50));
    return new Page<>(
        page.total(),
        page.items().stream()
            .map(line -> LetterItem.inBasket(line, page.inPlaceOf().get(line.id())))
            .toList(),
        page.next());
  }
}
