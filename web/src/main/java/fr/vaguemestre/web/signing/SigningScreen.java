package fr.vaguemestre.web.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.reply.VersionLine;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.ProofLine;
import fr.vaguemestre.signing.SignatureRecords;
import fr.vaguemestre.signing.Signings;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Signing a reply: its PDF in sight, the password again; and the proofs. */
@Named
@RequestScoped
public class SigningScreen {
  @Inject Signings signings;
  @Inject SignatureRecords records;
  @Inject Replies replies;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject HttpServletRequest request;
  private String password;

  /** The address of the PDF this page showed: what is signed, and nothing else. */
  public String getSeenSha256() {
    var sent = request.getParameter("seenSha256");
    return sent != null
        ? sent
        : replies.versions(reader.get(), screen.getId()).stream()
            .findFirst()
            .map(VersionLine::pdfSha256)
            .orElse(null);
  }

  public String sign() {
    var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    var placed =
        signings.sign(
            reader.get(),
            screen.getId(),
            screen.getSeen(),
            password.toCharArray(),
            getSeenSha256(),
            origin);
    return screen.done("signing.signed." + placed);
  }

  public List<ProofLine> getProofs() {
    return records.of(reader.get(), screen.getId());
  }

  /** Never written back. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
