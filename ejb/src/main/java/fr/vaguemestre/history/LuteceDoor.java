package fr.vaguemestre.history;

import fr.vaguemestre.access.PartnerDoor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Applications of LUTECE log in by Basic. */
@ApplicationScoped
public class LuteceDoor implements PartnerDoor {
  @Override
  public String place() {
    return "/lutece/";
  }

  @Override
  public JsonObject refusal(int status, String words) {
    return Json.createObjectBuilder()
        .add(
            "acknowledge",
            Json.createObjectBuilder()
                .add("status", "error")
                .add("warnings", Json.createArrayBuilder())
                .add("errors", Json.createArrayBuilder().add(words)))
        .build();
  }
}
