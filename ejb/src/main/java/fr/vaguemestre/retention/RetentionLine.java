package fr.vaguemestre.retention;

import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.RetentionStart;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A letter that is due: what lists tell of it, nothing of what it says and nobody's name.
 *
 * @param list id, null on none
 * @param outcome null while somebody has to decide
 * @param reason why it was refused or withdrawn; null for none
 * @param endsOn the last day on which it had to be kept
 * @param settledAt when it was destroyed, handed over, refused or withdrawn; null before
 * @param visa null for none
 */
public record RetentionLine(
    long id,
    long version,
    long letter,
    Long list,
    LineState state,
    Disposition outcome,
    String reason,
    String chrono,
    String type,
    String unit,
    LocalDate arrivedOn,
    LocalDate closedOn,
    String retention,
    RetentionStart start,
    Disposition disposition,
    LocalDate endsOn,
    long documents,
    long bytes,
    Instant settledAt,
    Visa visa)
    implements Serializable {
  static final String SELECT =
      """
      select l.*, v.number as visa_number, v.granted_on, v.signatory from retention_line l
        left join archive_visa v on v.tenant_id = l.tenant_id and v.line_id = l.id
      """;

  /** The departmental archives' visa, as it is on their paper. */
  public record Visa(String number, LocalDate grantedOn, String signatory)
      implements Serializable {}

  static RetentionLine read(Row row) {
    return new RetentionLine(
        row.number("id"),
        row.number("version"),
        row.number("correspondence_id"),
        row.numberOrNull("list_id"),
        row.constant("state", LineState.class),
        row.constant("outcome", Disposition.class),
        row.text("reason"),
        row.text("chrono"),
        row.text("type_label"),
        row.text("unit_label"),
        row.date("arrived_on"),
        row.date("closed_on"),
        row.text("retention"),
        row.constant("retention_start", RetentionStart.class),
        row.constant("disposition", Disposition.class),
        row.date("ends_on"),
        row.number("documents"),
        row.number("bytes"),
        row.instant("settled_at"),
        row.text("visa_number") == null
            ? null
            : new Visa(row.text("visa_number"), row.date("granted_on"), row.text("signatory")));
  }
}
