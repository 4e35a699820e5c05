package fr.vaguemestre.web.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.PaperSignatures;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** Printing a reply to be signed by hand, and attaching its scan (O15). */
@Named
@RequestScoped
public class PaperScreen {
  @Inject PaperSignatures signatures;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject HttpServletRequest request;
  private Part file;

  public String attach() throws IOException {
    if (file == null || file.getSize() == 0) {
      throw Refusal.field("file", "signing.scan-missing");
    }
    var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    try (var bytes = file.getInputStream()) {
      signatures.attach(
          reader.get(),
          screen.getId(),
          screen.getSeen(),
          new GivenFile(file.getSubmittedFileName(), bytes),
          origin);
    }
    return screen.done("signing.attached") + "&panel=reply";
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
