package fr.vaguemestre.api.notification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.notification.NotificationLine;
import fr.vaguemestre.notification.Notifications;
import fr.vaguemestre.notification.Reason;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;

/** What the caller was told of letters they still see, newest first. */
@RequestScoped
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {
  @Inject CurrentReader reader;
  @Inject Notifications notifications;

  /** {@code by} is null when nobody did it: a deadline. */
  public record Item(
      long id,
      Reason reason,
      Instant at,
      String by,
      String chrono,
      String subject,
      boolean read,
      Map<String, String> links) {}

  @GET
  public Page<Item> all() {
    return Page.whole(
        notifications.of(reader.get()).stream().map(NotificationsResource::item).toList());
  }

  /** All are read from now on; 204. */
  @POST
  @Path("/read")
  public void read() {
    notifications.readAll(reader.get());
  }

  private static Item item(NotificationLine line) {
    return new Item(
        line.id(),
        line.reason(),
        line.at(),
        line.by(),
        line.chrono(),
        line.subject(),
        line.read(),
        Map.of("letter", Hrefs.letter(line.letter())));
  }
}
