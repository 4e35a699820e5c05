package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.maarch.MaarchContacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts that tools bring and find again. */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchContactBook {
  @Inject CurrentReader reader;
  @Inject MaarchContacts contacts;

  /** One of the same name and e-mail is the same contact, {@code allowDuplicateMail} or not. */
  @POST
  @Path("/contacts")
  public Response bring(Fields fields) {
    var said = MaarchBody.of(fields);
    if (said.text("lastname") == null && said.text("company") == null) {
      throw MaarchError.body("lastname or company is mandatory");
    }
    long id = contacts.bring(reader.get(), wish(said));
    return MaarchJson.answer(Json.createObjectBuilder().add("id", id));
  }

  @GET
  @Path("/getContactByMail")
  public Response byMail(@QueryParam("mail") String mail) {
    return found(contacts.byEmail(reader.get(), needed("mail", mail)));
  }

  @GET
  @Path("/getContactByPhone")
  public Response byPhone(@QueryParam("phone") String phone) {
    return found(contacts.byPhone(reader.get(), needed("phone", phone)));
  }

  private static ContactWish wish(MaarchBody said) {
    var street =
        Stream.of("addressNumber", "addressStreet")
            .map(said::text)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return new ContactWish(
        null,
        null,
        said.text("lastname"),
        said.text("firstname"),
        said.text("company"),
        said.text("email"),
        said.text("phone"),
        street.isEmpty() ? null : street,
        said.text("addressAdditional1"),
        said.text("addressPostcode"),
        said.text("addressTown"));
  }

  /** Of one who is unknown an empty array: clients take any other status for a failure. */
  private static Response found(Optional<MaarchContacts.Known> known) {
    return known
        .map(MaarchContactBook::found)
        .orElseGet(() -> MaarchJson.answer(Json.createArrayBuilder()));
  }

  private static Response found(MaarchContacts.Known known) {
    var c = known.contact();
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add("id", known.id())
            .add("lastname", MaarchJson.text(c.lastName()))
            .add("firstname", MaarchJson.text(c.firstName()))
            .add("company", MaarchJson.text(c.company()))
            .add("email", MaarchJson.text(c.email()))
            .add("phone", MaarchJson.text(c.phone()))
            .add("addressStreet", MaarchJson.text(c.street()))
            .add("addressAdditional1", MaarchJson.text(c.complement()))
            .add("addressPostcode", MaarchJson.text(c.postcode()))
            .add("addressTown", MaarchJson.text(c.city())));
  }

  private static String needed(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new MaarchError(400, "QueryParam " + name + " is empty");
    }
    return value.strip();
  }
}
