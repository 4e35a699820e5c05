package fr.vaguemestre.web.reply;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.reply.Editing;
import fr.vaguemestre.reply.OpenDrafts;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The reply opened in Word or LibreOffice: its address, shown once, and who has it open. */
@Named
@RequestScoped
public class EditingScreen {
  @Inject OpenDrafts drafts;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject ReplyScreen reply;
  @Inject HttpServletRequest request;
  private String address;
  private Editing editing;
  private boolean looked;

  /** Null when nobody has it open. */
  public Editing getEditing() {
    if (!looked) {
      editing = drafts.of(reader.get(), screen.getId()).orElse(null);
      looked = true;
    }
    return editing;
  }

  /** Whether there is a draft that this reader may change now. */
  public boolean isEditable() {
    return reply.getLast() != null && screen.offers("DRAFT");
  }

  /** Whether nobody else has it open. */
  public boolean isFree() {
    return getEditing() == null || getEditing().mine();
  }

  /** Gives the address; the page shows it and does not keep it. */
  public String open() {
    var path = drafts.address(reader.get(), screen.getId());
    address = URI.create(request.getRequestURL().toString()).resolve(path).toString();
    return null;
  }

  public String free() {
    drafts.free(reader.get(), screen.getId());
    return screen.done("reply.editing.freed") + "&panel=reply";
  }

  /** Null until asked for. */
  public String getAddress() {
    return address;
  }

  /** Office URI scheme: open for editing. */
  public String getWord() {
    return "ms-word:ofe|u|" + address;
  }

  public String getLibreOffice() {
    return "vnd.libreoffice.command:ofe|u|" + address;
  }
}
