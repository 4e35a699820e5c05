package fr.vaguemestre.signing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.Drafts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signatures in the database, and their proofs. */
@Stateless
public class SignatureRecords {
  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Approvals approvals;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject Clock clock;

  /** Makes sure that the PDF at hand is the one seen. */
  public void prepare(Reader reader, long letter, String seenSha256) {
    actions.visible(reader, letter);
    var last =
        drafts
            .last(letter)
            .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "signing.no-reply"));
    if (seenSha256 == null || !seenSha256.equals(last.pdfSha256())) {
      throw Refusal.of(Refusal.Kind.STALE, "signing.other-bytes");
    }
  }

  /** The absent agent this reader signs for, by name; empty when for themselves. */
  public Optional<String> signsFor(Reader reader, long letter) {
    var acting = actions.acting(reader, letter, Action.SIGN);
    return acting.inPlaceOf() == null ? Optional.empty() : Optional.of(acting.name());
  }

  public void sign(Reader reader, long letter, long seenVersion, Stamped stamped, Origin origin) {
    var acting = actions.acting(reader, letter, Action.SIGN);
    actions.begin(
        acting,
        letter,
        seenVersion,
        Action.SIGN,
        Map.of(
            "seen",
            stamped.seen(),
            "signed",
            stamped.signed(),
            "kind",
            SignatureKind.GRIFFE,
            "placement",
            stamped.placement()),
        null);
    var version = drafts.last(letter).orElseThrow();
    version.sign(stamped.seen(), stamped.signed());
    long step = approvals.signed(acting, letter).id();
    var proof =
        new SignatureProof(
            letter,
            version.id(),
            step,
            acting.actor(),
            acting.inPlaceOf(),
            clock.instant(),
            origin,
            stamped);
    em.persist(proof);
    if (stamped.seal() != null) {
      em.persist(proof.seal(stamped.seal(), stamped));
    }
  }

  /** The scan of the reply signed by hand becomes its signed version (O15). */
  public void attach(Reader reader, long letter, long seenVersion, String scan, Origin origin) {
    var acting = actions.acting(reader, letter, Action.ATTACH_SIGNED);
    actions.begin(
        acting,
        letter,
        seenVersion,
        Action.ATTACH_SIGNED,
        Map.of("signed", scan, "kind", SignatureKind.HANDWRITTEN_SCAN),
        null);
    var version = drafts.last(letter).orElseThrow();
    var seen = version.pdfSha256();
    if (scan.equals(seen)) {
      throw Refusal.field("file", "signing.scan-unsigned");
    }
    version.sign(seen, scan);
    em.persist(
        SignatureProof.onPaper(
            letter,
            version.id(),
            approvals.signed(acting, letter),
            acting.actor(),
            clock.instant(),
            origin,
            new Stamped(seen, null, scan, null, null)));
  }

  /** The proofs of a letter's signatures, for whoever sees the letter. */
  public List<ProofLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            """
            select p.*, a.first_name || ' ' || a.last_name as signer, a.job_title, v.number,
                   f.first_name || ' ' || f.last_name as in_place_of,
                   b.first_name || ' ' || b.last_name as attached_by_name from signature_proof p
              left join agent b on b.tenant_id = p.tenant_id and b.id = p.attached_by
              left join agent f on f.tenant_id = p.tenant_id and f.id = p.for_agent_id
              join agent a on a.tenant_id = p.tenant_id and a.id = p.signer_id
              join reply_version v on v.tenant_id = p.tenant_id and v.id = p.reply_version_id
             where p.correspondence_id = ? order by p.signed_at, p.kind
            """,
            letter),
        row ->
            new ProofLine(
                row.constant("kind", SignatureKind.class),
                row.text("signer"),
                row.text("in_place_of"),
                row.text("attached_by_name"),
                row.text("job_title"),
                row.instant("signed_at"),
                row.text("address"),
                row.text("user_agent"),
                (int) row.number("number"),
                row.text("seen_sha256"),
                row.text("griffe_sha256"),
                row.text("signed_sha256"),
                row.text("certificate"),
                row.text("certificate_print")));
  }
}
