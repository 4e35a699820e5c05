package fr.vaguemestre.web.opinion;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.opinion.ContributionLine;
import fr.vaguemestre.opinion.ContributionLines;
import fr.vaguemestre.opinion.Contributions;
import fr.vaguemestre.opinion.OpinionRound;
import fr.vaguemestre.opinion.OpinionRounds;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** Contributions of a letter: read, given, reminded of, awaited no longer. */
@Named
@RequestScoped
public class ContributionScreen {
  private static final int SHOWN = 60;

  @Inject Contributions service;
  @Inject OpinionRounds opinions;
  @Inject ContributionLines lines;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject Texts texts;
  private List<OpinionRound> rounds;
  private String answer;
  private Integer round;
  private String reason;

  /** Oldest first. */
  public List<OpinionRound> getRounds() {
    if (rounds == null) {
      rounds = OpinionRound.of(lines.of(reader.get(), screen.getId()));
    }
    return rounds;
  }

  /** Those of which something can still come. */
  public List<OpinionRound> getOpen() {
    return getRounds().stream().filter(OpinionRound::open).toList();
  }

  public List<ContributionLine> getMine() {
    return getRounds().stream()
        .flatMap(one -> one.lines().stream())
        .filter(ContributionLine::mine)
        .toList();
  }

  /** The chip of a contribution. */
  public String face(ContributionLine line) {
    return switch (line.status()) {
      case WAITING, WITHDRAWN -> "plain";
      case AWAITED -> "soon";
      case LATE -> "late";
      case GIVEN -> "done";
    };
  }

  /** Where it stands, in words; among those who follow each other, whose turn it is. */
  public String word(ContributionLine line) {
    boolean turn = line.sequential() && line.status() == ContributionLine.Status.AWAITED;
    return texts.get("opinion.status." + (turn ? "TURN" : line.status()));
  }

  /** Its mark on the line of a round. */
  public String mark(ContributionLine line) {
    return switch (line.status()) {
      case GIVEN -> "ok";
      case AWAITED, LATE -> "now";
      case WAITING, WITHDRAWN -> "";
    };
  }

  /** A round in a list to choose from. */
  public String shown(OpinionRound one) {
    var asked = one.first().question();
    return one.lines().stream().map(ContributionLine::askedOf).collect(Collectors.joining(", "))
        + " : "
        + (asked.length() > SHOWN ? asked.substring(0, SHOWN) + "…" : asked);
  }

  public String give() {
    service.give(reader.get(), screen.getId(), screen.getSeen(), answer);
    return screen.done("opinion.given");
  }

  public String remind() {
    opinions.remind(reader.get(), screen.getId(), screen.getSeen(), round, reason);
    return screen.done("opinion.reminded");
  }

  public String stop() {
    opinions.stop(reader.get(), screen.getId(), screen.getSeen(), round, reason);
    return screen.done("opinion.stopped");
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public Integer getRound() {
    return round;
  }

  public void setRound(Integer round) {
    this.round = round;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
