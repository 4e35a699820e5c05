package fr.vaguemestre.api.publik;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.publik.PublikForms;
import fr.vaguemestre.qualification.DocumentTypeLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What can be asked for, as Publik's forms, their categories and their fields. */
@RequestScoped
@OpenToMachines
@Path("/publik/api")
@Produces(MediaType.APPLICATION_JSON)
public class PublikFormdefs {
  /** Name, label, type, whether it is needed: those {@link FormApplicant} knows. */
  private static final List<List<String>> FIELDS =
      List.of(
          List.of("objet", "Objet", "string", "no"),
          List.of("message", "Votre demande", "text", "no"),
          List.of("prenom", "Prénom", "string", "yes"),
          List.of("nom", "Nom", "string", "yes"),
          List.of("courriel", "Courriel", "email", "yes"),
          List.of("telephone", "Téléphone", "string", "no"),
          List.of("adresse", "Numéro et voie", "string", "yes"),
          List.of("complement", "Complément d’adresse", "string", "no"),
          List.of("code_postal", "Code postal", "string", "yes"),
          List.of("ville", "Commune", "string", "yes"),
          List.of("raison_sociale", "Raison sociale", "string", "no"),
          List.of("siret", "SIRET", "string", "no"),
          List.of("rna", "Numéro RNA", "string", "no"),
          List.of("pieces", "Pièces jointes", "file", "no"));

  @Inject CurrentReader reader;
  @Inject PublikTypes types;
  @Inject PublikForms forms;
  @Context UriInfo address;

  @GET
  @Path("/formdefs")
  public Response formdefs(
      @QueryParam("q") String words,
      @QueryParam("category_slugs") String categories,
      @QueryParam("include-count") String counted) {
    var wanted = categories == null ? null : Arrays.asList(categories.split(","));
    return formdefs(
        types.open().stream()
            .filter(t -> words == null || contains(t.label(), words))
            .filter(t -> wanted == null || wanted.contains(PublikJson.slugOf(t.domain())))
            .toList(),
        counted);
  }

  @GET
  @Path("/categories")
  public Response categories() {
    var data = Json.createArrayBuilder();
    types.open().stream()
        .map(DocumentTypeLine::domain)
        .distinct()
        .forEach(
            domain ->
                data.add(
                    Json.createObjectBuilder()
                        .add("title", domain)
                        .add("slug", PublikJson.slugOf(domain))
                        .add(
                            "url",
                            address.getBaseUri()
                                + "publik/api/categories/"
                                + PublikJson.slugOf(domain)
                                + "/formdefs/")
                        .add("description", "")
                        .add("keywords", Json.createArrayBuilder())));
    return PublikJson.data(data);
  }

  @GET
  @Path("/categories/{slug}/formdefs")
  public Response ofCategory(
      @PathParam("slug") String slug, @QueryParam("include-count") String counted) {
    return formdefs(
        types.open().stream().filter(t -> PublikJson.slugOf(t.domain()).equals(slug)).toList(),
        counted);
  }

  /** The fields that are understood; any other is kept as it is. */
  @GET
  @Path("/formdefs/{slug}/schema")
  public Response schema(@PathParam("slug") String slug) {
    var type = types.called(slug);
    var fields = Json.createArrayBuilder();
    for (int i = 0; i < FIELDS.size(); i++) {
      var field = FIELDS.get(i);
      fields.add(
          Json.createObjectBuilder()
              .add("id", String.valueOf(i + 1))
              .add("varname", field.get(0))
              .add("label", field.get(1))
              .add("type", field.get(2))
              .add("required", field.get(3).equals("yes")));
    }
    return PublikJson.answer(
        Json.createObjectBuilder()
            .add("name", type.label())
            .add("url_name", PublikJson.slug(type.code()))
            .add("category", type.domain())
            .add("fields", fields));
  }

  private Response formdefs(List<DocumentTypeLine> wanted, String counted) {
    var counts = "on".equals(counted) ? forms.counts(reader.get()) : Map.<String, Long>of();
    var data = Json.createArrayBuilder();
    wanted.forEach(
        type ->
            data.add(
                PublikJson.formdef(
                    address.getBaseUri(),
                    type,
                    "on".equals(counted) ? counts.getOrDefault(type.code(), 0L) : null)));
    return PublikJson.data(data);
  }

  private static boolean contains(String label, String words) {
    return PublikJson.slugOf(label).contains(PublikJson.slugOf(words));
  }
}
