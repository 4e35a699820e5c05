package fr.vaguemestre.web.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.BulkWish;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.SeenLetter;
import fr.vaguemestre.signing.SigningBatches;
import fr.vaguemestre.signing.Signings;
import fr.vaguemestre.signing.ToSign;
import fr.vaguemestre.web.basket.BulkScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Signing the letters ticked in a basket: each one's PDF as this page first showed it. */
@Named
@RequestScoped
public class BatchScreen {
  @Inject Signings signings;
  @Inject SigningBatches batches;
  @Inject BulkScreen bulk;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<ToSign> letters;
  private String password;

  public List<ToSign> getLetters() {
    if (letters == null) {
      letters =
          batches.toSign(reader.get(), bulk.getPicked().stream().map(BulkWish.Item::id).toList());
    }
    return letters;
  }

  /** What is signed for a letter, and nothing else. */
  public String seen(ToSign letter) {
    return Objects.requireNonNullElse(sent(letter.id()), letter.seenSha256());
  }

  public String sign() {
    var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    long batch =
        signings.signMany(
            reader.get(),
            bulk.getPicked().stream()
                .map(item -> new SeenLetter(item.id(), item.version(), sent(item.id())))
                .toList(),
            password.toCharArray(),
            origin);
    return "/signing/batch.xhtml?faces-redirect=true&batch=" + batch + "&basket=" + basket();
  }

  private String sent(long letter) {
    var sha256 = request.getParameter("seen-" + letter);
    return sha256 != null && sha256.matches("[0-9a-f]{64}") ? sha256 : null;
  }

  private String basket() {
    return URLEncoder.encode(
        Objects.toString(request.getParameter("basket"), ""), StandardCharsets.UTF_8);
  }

  /** Never written back. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
