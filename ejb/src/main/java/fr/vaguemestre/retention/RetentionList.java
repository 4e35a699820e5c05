package fr.vaguemestre.retention;

import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.qualification.Disposition;
import java.io.Serializable;
import java.time.Instant;

/**
 * An elimination list (DESTROY), or a list of what is handed to the archives (KEEP).
 *
 * @param signer who signed it, or handed it over; null before
 * @param signedSha256 of the CSV that was signed, or of the package handed over
 * @param attestation its text, null before
 * @param lines how many; {@code open} of them not settled, {@code destroyed} of them destroyed
 */
public record RetentionList(
    long id,
    long version,
    String number,
    Disposition kind,
    ListState state,
    Instant madeAt,
    String signer,
    Instant signedAt,
    String signedSha256,
    Instant attestedAt,
    String attestation,
    String attestationSha256,
    long lines,
    long open,
    long destroyed)
    implements Serializable {
  static final String SELECT =
      """
      select e.*, a.first_name || ' ' || a.last_name as signer, n.lines, n.open, n.destroyed from retention_list e
        left join agent a on a.tenant_id = e.tenant_id and a.id = e.signed_by
        cross join lateral (select count(*) as lines,
            count(*) filter (where l.state in ('PROPOSED', 'SIGNED', 'GRANTED')) as open,
            count(*) filter (where l.state = 'DESTROYED') as destroyed
          from retention_line l where l.tenant_id = e.tenant_id and l.list_id = e.id) n
      """;

  static RetentionList read(Row row) {
    return new RetentionList(
        row.number("id"),
        row.number("version"),
        row.text("number"),
        row.constant("kind", Disposition.class),
        row.constant("state", ListState.class),
        row.instant("made_at"),
        row.text("signer"),
        row.instant("signed_at"),
        row.text("signed_sha256"),
        row.instant("attested_at"),
        row.text("attestation"),
        row.text("attestation_sha256"),
        row.number("lines"),
        row.number("open"),
        row.number("destroyed"));
  }

  /** Whether every line of a signed list is settled. */
  boolean settled() {
    return state == ListState.SIGNED && open == 0;
  }
}
