package fr.vaguemestre.api.publik;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.submission.Submissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;

/** The document types that the calling account may send, as Publik's form definitions. */
@RequestScoped
public class PublikTypes {
  @Inject CurrentReader reader;
  @Inject Submissions submissions;
  @Inject Typology typology;

  public List<DocumentTypeLine> open() {
    var codes = new HashSet<>(submissions.types(reader.get()));
    return typology.types().stream().filter(type -> codes.contains(type.code())).toList();
  }

  /**
   * @throws Refusal NOT_FOUND when this account may send no such type
   */
  public DocumentTypeLine called(String slug) {
    return open().stream()
        .filter(type -> type.code().equalsIgnoreCase(slug))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
