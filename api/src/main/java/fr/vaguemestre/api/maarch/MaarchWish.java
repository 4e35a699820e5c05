package fr.vaguemestre.api.maarch;

import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.maarch.DepositWish;
import fr.vaguemestre.maarch.MaarchNames;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A body of {@code /resources} as a registration, refused in Maarch's words. */
final class MaarchWish {
  /** Statuses of letters that nobody has qualified yet. */
  private static final Set<String> TO_QUALIFY = Set.of("INIT", "ATT", "MAQUAL", "NUMQUAL");

  /** Of somebody who is not there, and of somebody whom the account may not name: they are one. */
  static final String UNKNOWN_USER = "Body diffusion user does not exist";

  private static final String DEADLINE_GIVEN =
      "Donnée par l’application qui a enregistré le courrier";

  private final MaarchBody body;
  private final MaarchNames names;
  private final LocalDate today;

  /**
   * @param today in the town's time zone
   */
  MaarchWish(MaarchBody body, MaarchNames names, LocalDate today) {
    this.body = body;
    this.names = names;
    this.today = today;
  }

  /**
   * @param machine whether a machine account sends it: it says the status
   * @throws MaarchError for the first thing at fault
   */
  DepositWish read(boolean machine) {
    var model = body.number("modelId");
    if (model == null || model == 0) {
      throw MaarchError.body("modelId is empty or not an integer");
    }
    if (machine && body.text("status") == null) {
      throw MaarchError.body("status is empty or not a string");
    }
    var external = body.inner("externalId").flatMap(o -> o.keySet().stream().findFirst());
    if (external.filter(name -> name.indexOf('\0') >= 0).isPresent()) {
      throw MaarchError.body("externalId is not an object");
    }
    var externalId =
        external.map(n -> new MaarchBody(body.inner("externalId").orElseThrow()).text(n));
    return new DepositWish(
        registration(externalId.orElse(null), machine),
        externalId.isPresent() ? external.get() : null,
        externalId.orElse(null),
        body.inner("customFields").map(JsonObject::toString).orElse("{}"));
  }

  private Registration registration(String externalId, boolean machine) {
    var type = type();
    var unit = named("destination", names::unit);
    var holders = diffusion();
    var deadline = body.day("processLimitDate");
    if (deadline != null && deadline.isBefore(today)) {
      throw MaarchError.body("processLimitDate is in the past");
    }
    boolean toQualify =
        Optional.ofNullable(body.text("status")).filter(TO_QUALIFY::contains).isPresent();
    return new Registration(
        Category.INCOMING,
        Channel.PAPER,
        Optional.ofNullable(body.text("subject")).orElse("(sans objet)"),
        type,
        Optional.ofNullable(body.text("priority")).flatMap(names::priority).orElse(null),
        sender(),
        null,
        unit == null ? holders.unit() : unit,
        toQualify ? null : holders.assignee(),
        holders.copyUnits(),
        holders.copyAgents(),
        body.day("documentDate", "documentdate"),
        null,
        body.day("arrivalDate", "arrivaldate"),
        deadline,
        body.flag("confidentiality"),
        false,
        toQualify,
        machine ? null : externalId,
        deadline == null ? null : DEADLINE_GIVEN,
        null);
  }

  private String type() {
    var named = body.text("doctype");
    if (named == null) {
      throw MaarchError.body("doctype is empty or not an integer");
    }
    return names.type(named).orElseThrow(() -> MaarchError.body("doctype does not exist"));
  }

  private String named(String field, Function<String, Optional<String>> find) {
    var named = body.text(field);
    return named == null
        ? null
        : find.apply(named).orElseThrow(() -> MaarchError.body(field + " does not exist"));
  }

  /** The first sender who is a contact: agents and units of the town write no letters to it. */
  private Long sender() {
    return body.objects("senders").stream()
        .filter(s -> s.text("type") == null || "contact".equals(s.text("type")))
        .map(s -> s.number("id"))
        .filter(id -> id != null)
        .findFirst()
        .orElse(null);
  }

  /** To whom it goes, and who is put in copy. */
  private record Diffusion(
      String assignee, String unit, List<String> copyUnits, List<String> copyAgents) {}

  private Diffusion diffusion() {
    var list = body.objects("diffusionList");
    var dest = list.stream().filter(d -> "dest".equals(d.text("mode"))).toList();
    if (!list.isEmpty() && dest.isEmpty()) {
      throw MaarchError.body("diffusion has no dest");
    }
    if (dest.size() > 1) {
      throw MaarchError.body("diffusion has multiple dest");
    }
    var copies = list.stream().filter(d -> !"dest".equals(d.text("mode"))).toList();
    return new Diffusion(
        items(dest, "user", names::agent).findFirst().orElse(null),
        items(dest, "entity", names::unit).findFirst().orElse(null),
        items(copies, "entity", names::unit).toList(),
        items(copies, "user", names::agent).toList());
  }

  private static Stream<String> items(
      List<MaarchBody> list, String type, Function<String, Optional<String>> find) {
    return list.stream()
        .filter(d -> type.equals(d.text("type")))
        .map(
            d ->
                Optional.ofNullable(d.text("id"))
                    .flatMap(find)
                    .orElseThrow(() -> MaarchError.body("diffusion " + type + " does not exist")));
  }
}
