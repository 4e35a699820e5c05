package fr.vaguemestre.opinion;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The contributions asked at once, in their order; at least one. What they share is the first's.
 */
public record OpinionRound(List<ContributionLine> lines) {
  /** The rounds of a letter, oldest first. */
  public static List<OpinionRound> of(List<ContributionLine> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(ContributionLine::round, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(OpinionRound::new)
        .toList();
  }

  public ContributionLine first() {
    return lines.getFirst();
  }

  /** Whether somebody can still answer. */
  public boolean open() {
    return lines.stream().anyMatch(l -> l.status().open());
  }

  public long given() {
    return lines.stream().filter(l -> l.status() == ContributionLine.Status.GIVEN).count();
  }
}
