package fr.vaguemestre.web.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Seal;
import fr.vaguemestre.signing.Seals;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** admin/seal.xhtml */
@Named
@RequestScoped
public class SealScreen {
  private static final String HERE = "/admin/seal.xhtml?faces-redirect=true";
  private static final int LARGEST = 100_001;

  @Inject Seals seals;
  @Inject CurrentReader reader;
  @Inject Told told;
  private Seal current;
  private Part certificate;
  private String sealPassword;

  @PostConstruct
  void read() {
    current = seals.current(reader.get()).orElse(null);
  }

  public String keep() throws IOException {
    if (certificate == null || certificate.getSize() == 0) {
      throw Refusal.field("certificate", "signing.seal-missing");
    }
    try (var in = certificate.getInputStream()) {
      seals.keep(
          reader.get(),
          in.readNBytes(LARGEST),
          sealPassword == null ? new char[0] : sealPassword.toCharArray());
    }
    told.done("signing.seal.kept");
    return HERE;
  }

  public String remove() {
    seals.remove(reader.get());
    told.done("signing.seal.removed");
    return HERE;
  }

  /** Null without one. */
  public Seal getCurrent() {
    return current;
  }

  public Part getCertificate() {
    return certificate;
  }

  public void setCertificate(Part certificate) {
    this.certificate = certificate;
  }

  /** Never written back. */
  public String getSealPassword() {
    return null;
  }

  public void setSealPassword(String sealPassword) {
    this.sealPassword = sealPassword;
  }
}
