package fr.vaguemestre.web.copy;

import fr.vaguemestre.copy.CopySettings;
import fr.vaguemestre.copy.Marked;
import fr.vaguemestre.correspondence.LetterView.DocumentLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where a letter's page offers or shows marked copies. */
@Named
@RequestScoped
public class CopyLinks {
  private static final String PDF = "application/pdf";

  @Inject CopySettings settings;
  private Marked marked;

  /** Whether a marked copy of this document is offered. */
  public boolean offered(DocumentLine document) {
    return marked() != Marked.NONE && hasPdf(document);
  }

  /** Whether the page shows this document marked. */
  public boolean shown(DocumentLine document) {
    return marked() == Marked.SHOWN && hasPdf(document);
  }

  private static boolean hasPdf(DocumentLine document) {
    return document.rendition() || PDF.equals(document.mediaType());
  }

  private Marked marked() {
    if (marked == null) {
      marked = settings.current().marked();
    }
    return marked;
  }
}
