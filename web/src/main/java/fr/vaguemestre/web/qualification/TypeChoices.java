package fr.vaguemestre.web.qualification;

import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Document types by domain and family, and priorities, for selects. */
@Named
@RequestScoped
public class TypeChoices {
  @Inject Typology typology;

  public List<SelectItem> getTypes() {
    return typology.types().stream()
        .filter(DocumentTypeLine::active)
        .collect(Collectors.groupingBy(TypeChoices::group, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .<SelectItem>map(
            e ->
                new SelectItemGroup(
                    e.getKey(),
                    null,
                    false,
                    e.getValue().stream()
                        .map(t -> new SelectItem(t.code(), t.label()))
                        .toArray(SelectItem[]::new)))
        .toList();
  }

  public List<SelectItem> getPriorities() {
    return typology.priorities().stream().map(p -> new SelectItem(p.code(), p.label())).toList();
  }

  private static String group(DocumentTypeLine type) {
    return type.family() == null || type.family().isBlank()
        ? type.domain()
        : type.domain() + " › " + type.family();
  }
}
