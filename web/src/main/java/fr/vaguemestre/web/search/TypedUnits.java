package fr.vaguemestre.web.search;

import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.UnitNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Units as people type them in a search: their code, or their whole name. */
@RequestScoped
public class TypedUnits {
  @Inject Directory directory;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  /** The code of the unit; what was typed when there is none. */
  String code(String typed) {
    return codes.computeIfAbsent(
        typed,
        key ->
            name(key) != null
                ? key
                : directory.unitsCalled(key).stream().map(UnitNode::code).findFirst().orElse(key));
  }

  /** The name of a unit, closed ones too; null for none. */
  String name(String code) {
    return names.computeIfAbsent(code, key -> directory.unitName(key).orElse(null));
  }
}
