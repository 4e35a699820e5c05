package fr.vaguemestre.web.acknowledgement;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.acknowledgement.Answering;
import fr.vaguemestre.acknowledgement.LegalRequests;
import fr.vaguemestre.acknowledgement.RegimeReason;
import fr.vaguemestre.acknowledgement.Way;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an agent types for a request before the law. */
@Named
@RequestScoped
public class LegalForm {
  /** What is to be done. */
  public enum Deed {
    ARE,
    REGIME,
    PIECES,
    PIECES_RECEIVED,
    TRANSFER,
    ATTESTATION,
    NOTIFIED,
    REASONS_ASKED,
    REASONS_GIVEN,
    ANSWERING,
    QUARANTINE,
    RELEASE
  }

  @Inject HttpServletRequest request;
  @Inject LetterScreen screen;
  @Inject Typology typology;
  @Inject Answering answering;
  @Inject LegalRequests requests;
  @Inject CurrentReader reader;
  private Deed deed = Deed.ARE;
  private RegimeReason reason;
  private Integer months;
  private Integer days;
  private String words;
  private String pieces;
  private LocalDate on;
  private String to;
  private Way means = Way.EMAIL;
  private String text;
  private boolean refused;
  private String address;

  /** From the address: {@code deed}; pieces begin as those the type cannot do without. */
  @PostConstruct
  void read() {
    deed =
        Stream.of(Deed.values())
            .filter(d -> d.name().equals(request.getParameter("deed")))
            .findFirst()
            .orElseGet(this::usual);
    if (deed == Deed.ANSWERING) {
      var now = answering.of(reader.get(), screen.getId());
      refused = now.refused();
      address = now.noted();
    }
    if (deed == Deed.PIECES) {
      pieces =
          typology.types().stream()
              .filter(t -> t.code().equals(screen.getLetter().typeCode()))
              .map(DocumentTypeLine::blockingPieces)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
  }

  /** What most come for: giving back what is apart, else the quarantine before qualification. */
  private Deed usual() {
    var panel = requests.panel(reader.get(), screen.getId());
    if (panel.held()) {
      return Deed.RELEASE;
    }
    return switch (panel.stage()) {
      case TO_QUALIFY -> Deed.QUARANTINE;
      case OPEN -> panel.over() ? Deed.NOTIFIED : Deed.ARE;
      case CLOSED -> Deed.REASONS_ASKED;
    };
  }

  /** One a line. */
  List<String> lines() {
    return pieces == null ? List.of() : pieces.lines().toList();
  }

  public Deed getDeed() {
    return deed;
  }

  /** What leaves to the person with it; null when nothing does. */
  public AcknowledgementKind getKind() {
    return switch (deed) {
      case ARE -> AcknowledgementKind.ARE;
      case PIECES -> AcknowledgementKind.PIECES;
      case TRANSFER -> AcknowledgementKind.TRANSFER;
      case ATTESTATION -> AcknowledgementKind.ATTESTATION;
      case REGIME,
          PIECES_RECEIVED,
          NOTIFIED,
          ANSWERING,
          REASONS_ASKED,
          REASONS_GIVEN,
          QUARANTINE,
          RELEASE ->
          null;
    };
  }

  public RegimeReason getReason() {
    return reason;
  }

  public void setReason(RegimeReason reason) {
    this.reason = reason;
  }

  public Integer getMonths() {
    return months;
  }

  public void setMonths(Integer months) {
    this.months = months;
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getPieces() {
    return pieces;
  }

  public void setPieces(String pieces) {
    this.pieces = pieces;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public Way getMeans() {
    return means;
  }

  public void setMeans(Way means) {
    this.means = means;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public boolean isRefused() {
    return refused;
  }

  public void setRefused(boolean refused) {
    this.refused = refused;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
