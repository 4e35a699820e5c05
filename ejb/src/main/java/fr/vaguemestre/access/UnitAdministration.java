package fr.vaguemestre.access;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;

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
   *     perimeter; by its field when it would make a Cabinet or a directorate general, or take a
   *     unit under the Cabinet, and the reader administers a part of the town
   */
  public void saveUnit(Reader reader, @Valid UnitWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_ORGANISATION);
    begin(reader, "SAVE_UNIT", wish.code());
    var known = organisation.unit(wish.code());
    var above = wish.parent() == null ? Optional.<Unit>empty() : organisation.unit(wish.parent());
    needKind(reader, known.map(Unit::kind).orElse(null), wish.kind());
    known.ifPresent(
        unit -> {
          needPlaced(reader, unit);
          above.ifPresent(under -> needSight(reader, unit, under, "parent"));
        });
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
    var above = organisation.unit(to);
    above.ifPresent(under -> reader.need(Right.ADMIN_ORGANISATION, under.id()));
    organisation
        .unit(code)
        .ifPresent(
            unit -> {
              needPlaced(reader, unit);
              above.ifPresent(under -> needSight(reader, unit, under, "to"));
            });
    chart.move(code, to, seenVersion);
  }

  /** Changes to whom what comes to a unit goes, and who is put in copy of it (O18). */
  public void saveDistribution(Reader reader, String unit, List<DistributionLine> lines) {
    reader.need(Right.ADMIN_DISTRIBUTION);
    organisation.unit(unit).ifPresent(u -> reader.need(Right.ADMIN_DISTRIBUTION, u.id()));
    begin(reader, "SAVE_DISTRIBUTION", unit);
    chart.saveDistribution(unit, lines);
  }

  /** O5: who sees the town from above is settled by who administers all of it. */
  private static void needKind(Reader reader, UnitKind before, UnitKind after) {
    boolean wide = after.seesTheTown() || before != null && before.seesTheTown();
    if (wide && before != after && !reader.may(Right.ADMIN_ORGANISATION, null)) {
      throw Refusal.field("kind", "access.sight-of-the-town");
    }
  }

  /** O4: the people of a unit that goes under the Cabinet see what it sees. */
  private static void needSight(Reader reader, Unit unit, Unit under, String field) {
    if (under.underCabinet()
        && !unit.underCabinet()
        && !reader.may(Right.ADMIN_ORGANISATION, null)) {
      throw Refusal.field(field, "access.sight-of-the-town");
    }
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
