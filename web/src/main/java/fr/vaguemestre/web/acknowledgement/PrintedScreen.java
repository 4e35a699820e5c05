package fr.vaguemestre.web.acknowledgement;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.Acknowledgement;
import fr.vaguemestre.acknowledgement.FollowUps;
import fr.vaguemestre.acknowledgement.Way;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** correspondence/acknowledgement.xhtml: {@code id} of the letter, {@code number} to be posted. */
@Named
@RequestScoped
public class PrintedScreen {
  @Inject LegalScreen legal;
  @Inject LetterScreen screen;
  @Inject FollowUps followUps;
  @Inject Tenants tenants;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private Acknowledgement given;

  @PostConstruct
  void read() {
    given =
        legal.getPanel().acknowledgements().stream()
            .filter(a -> a.number().equals(request.getParameter("number")) && a.way() == Way.POST)
            .findFirst()
            .orElseThrow(Refusal::notFound);
  }

  public String posted() {
    followUps.posted(
        reader.get(), new FollowUps.Seen(screen.getId(), screen.getSeen()), given.number());
    return screen.done("acknowledgement.posted.done");
  }

  public Acknowledgement getGiven() {
    return given;
  }

  public List<String> getAddress() {
    return given.recipient().lines().toList();
  }

  public String getTown() {
    return tenants.current().name();
  }

  /** In French, as the letter is. */
  public String getDate() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.FRENCH)
        .format(given.madeAt().atZone(tenants.current().zone()));
  }
}
