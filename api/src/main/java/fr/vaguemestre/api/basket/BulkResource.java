package fr.vaguemestre.api.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.basket.BulkActions;
import fr.vaguemestre.basket.BulkDeed;
import fr.vaguemestre.basket.BulkResult;
import fr.vaguemestre.basket.BulkWish;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** One thing done to many letters. */
@RequestScoped
@Path("/v1/bulk")
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {
  @Inject CurrentReader reader;
  @Inject BulkActions actions;
  @Context HttpHeaders headers;

  /** The letters in the order given; {@code done} of them are. */
  public record Bulk(int total, long done, List<BulkItem> items) {}

  /** One letter; {@code code} and {@code detail} say why it was refused. */
  public record BulkItem(long id, String chrono, String outcome, String code, String detail) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Bulk run(Fields fields) {
    var given = fields == null ? Fields.none() : fields;
    var name = given.requiredText("action");
    var items =
        given.objects("items").stream()
            .map(item -> new Given(item.number("id"), item.number("version")))
            .toList();
    var unit = given.text("unit");
    var agent = given.text("agent");
    var reason = given.text("reason");
    var tag = given.text("tag");
    given.check();
    var deed =
        BulkDeed.ofPath(name)
            .orElseThrow(() -> Refusal.field("action", "basket.bulk-unknown", name));
    var results = new ArrayList<BulkItem>();
    actions.run(
        reader.get(),
        new BulkWish(deed, items.stream().map(Given::item).toList(), unit, agent, reason, tag),
        result -> results.add(item(result)));
    return new Bulk(
        results.size(), results.stream().filter(r -> r.code() == null).count(), results);
  }

  private BulkItem item(BulkResult result) {
    return result.done()
        ? new BulkItem(result.id(), result.chrono(), "DONE", null, null)
        : new BulkItem(
            result.id(),
            result.chrono(),
            "REFUSED",
            result.refusal().key(),
            Problems.words(headers, result.refusal()));
  }

  /**
   * A letter as it was given; one without a number is no letter, one without a version is stale.
   */
  private record Given(Long id, Long version) {
    BulkWish.Item item() {
      return new BulkWish.Item(id == null ? -1 : id, version == null ? -1 : version);
    }
  }
}
