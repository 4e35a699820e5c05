package fr.vaguemestre.access;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;

/** What administrators do to the chart, each within their perimeter; each change is journalled. */
@Stateless
public class UnitAdministration {
  @Inject Organisation organisation;
  @Inject Chart chart;
  @Inject Readers readers;
  @Inject Journal journal;

  /**
   * Creates the unit or changes it.
   *
   * @throws Refusal FORBIDDEN when the unit, where it was or where it goes is outside the reader's
   *     perimeter
   */
  public void saveUnit(Reader reader, @Valid UnitWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_ORGANISATION);
    begin(reader, "SAVE_UNIT", wish.code());
    organisation.unit(wish.code()).ifPresent(u -> needPlaced(reader, u));
    var saved = chart.saveUnit(wish, seenVersion);
    reader.need(Right.ADMIN_ORGANISATION, saved.parent() == null ? null : saved.parent().id());
  }

  /**
   * Puts a unit, with all that is below it, under another; no letter is rewritten, what everybody
   * sees follows at once.
   */
  public void move(Reader reader, String code, String to, Long seenVersion) {
    reader.need(Right.ADMIN_ORGANISATION);
    begin(reader, "MOVE_UNIT", code);
    organisation.unit(code).ifPresent(u -> needPlaced(reader, u));
    organisation.unit(to).ifPresent(u -> reader.need(Right.ADMIN_ORGANISATION, u.id()));
    chart.move(code, to, seenVersion);
  }

  /** Changes to whom what comes to a unit goes, and who is put in copy of it (O18). */
  public void saveDistribution(Reader reader, String unit, List<DistributionLine> lines) {
    reader.need(Right.ADMIN_DISTRIBUTION);
    organisation.unit(unit).ifPresent(u -> reader.need(Right.ADMIN_DISTRIBUTION, u.id()));
    begin(reader, "SAVE_DISTRIBUTION", unit);
    chart.saveDistribution(unit, lines);
  }

  /** The top of a branch one administers is one's own, but stays where it is. */
  private static void needPlaced(Reader reader, Unit unit) {
    reader.need(Right.ADMIN_ORGANISATION, unit.id());
    reader.need(Right.ADMIN_ORGANISATION, unit.parent() == null ? null : unit.parent().id());
  }

  /** Moves the epoch first: that row is the town's lock, so two moves never cross into a loop. */
  private void begin(Reader reader, String action, String code) {
    readers.organisationChanged();
    journal.administration(reader, action, code);
  }
}
