package fr.vaguemestre.signing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Letters signed at once, in the database: what was asked for, what became of each. A letter is
 * signed and said to be in one transaction, so that whoever takes the work up again signs none
 * twice.
 */
@Stateless
public class SigningBatches {
  @PersistenceContext EntityManager em;
  @Inject SignatureRecords records;
  @Inject CorrespondenceActions actions;
  @Inject Correspondences correspondences;
  @Inject Readers readers;
  @Inject Outbox outbox;
  @Inject Database database;
  @Inject Clock clock;

  /** A letter still to be signed, by whom, from where. */
  record Due(Reader signer, SeenLetter letter, Origin origin) {}

  /** Of these letters, those open to this reader's signature, in the order of the ids. */
  public List<ToSign> toSign(Reader reader, Collection<Long> ids) {
    var open =
        correspondences.lines(reader, ids).stream()
            .filter(
                line ->
                    actions.offered(reader, line.id()).stream()
                        .anyMatch(offer -> offer.action() == Action.SIGN))
            .toList();
    Map<Long, LetterLine> lines =
        open.stream().collect(Collectors.toMap(LetterLine::id, Function.identity()));
    Map<Long, ToSign> found =
        database
            .list(
                sql(
                    """
                    select distinct on (r.correspondence_id) r.correspondence_id, v.number, v.pdf_sha256 from reply r
                      join reply_version v on v.tenant_id = r.tenant_id and v.reply_id = r.id
                     where r.correspondence_id = any(?) order by r.correspondence_id, v.number desc
                    """,
                    lines.keySet()),
                row ->
                    toSign(
                        lines.get(row.number("correspondence_id")),
                        (int) row.number("number"),
                        row.text("pdf_sha256")))
            .stream()
            .collect(Collectors.toMap(ToSign::id, Function.identity()));
    return open.stream().map(line -> found.get(line.id())).toList();
  }

  /** Writes down what is asked for and wakes the workers; returns the batch's number. */
  public long begin(Reader reader, List<SeenLetter> letters, Origin origin) {
    long batch = database.count(sql("select nextval('row_id') as count"));
    for (int i = 0; i < letters.size(); i++) {
      var one =
          new BatchSignature(batch, i, reader.agent(), clock.instant(), origin, letters.get(i));
      em.persist(one);
      outbox.intend(Kind.SIGN, one.id());
    }
    return batch;
  }

  /** The signer's own batch, as far as it is. */
  public Batch of(Reader reader, long batch) {
    var all =
        em.createQuery(
                "select s from BatchSignature s where s.batch = :batch and s.agent = :agent order by s.position",
                BatchSignature.class)
            .setParameter("batch", batch)
            .setParameter("agent", reader.agent())
            .getResultList();
    if (all.isEmpty()) {
      throw Refusal.notFound();
    }
    Map<Long, LetterLine> lines =
        correspondences.lines(reader, all.stream().map(s -> s.letter().id()).toList()).stream()
            .collect(Collectors.toMap(LetterLine::id, Function.identity()));
    return new Batch(
        batch,
        all.getFirst().askedAt(),
        all.stream().map(s -> line(s, lines.get(s.letter().id()))).toList());
  }

  /**
   * What is left to do for one letter; none when it has its result.
   *
   * @throws Refusal when the signer's account is closed
   */
  public Optional<Due> due(long id) {
    return Optional.ofNullable(em.find(BatchSignature.class, id))
        .filter(BatchSignature::waiting)
        .map(
            s ->
                new Due(
                    readers.of(s.agent()).orElseThrow(Refusal::forbidden), s.letter(), s.origin()));
  }

  /** Signs the letter through the door, unless it has its result already. */
  public void sign(long id, Due due, Stamped stamped) {
    var signature = em.find(BatchSignature.class, id);
    if (signature.waiting()) {
      records.sign(due.signer(), due.letter().id(), due.letter().version(), stamped, due.origin());
      signature.signed(stamped.placement());
    }
  }

  public void refuse(long id, Refusal why) {
    var signature = em.find(BatchSignature.class, id);
    if (signature.waiting()) {
      signature.refused(why);
    }
  }

  private static ToSign toSign(LetterLine line, int number, String sha256) {
    return new ToSign(line.id(), line.chrono(), line.subject(), line.sender(), number, sha256);
  }

  private static BatchLine line(BatchSignature signature, LetterLine letter) {
    return letter == null
        ? signature.line(null, null)
        : signature.line(letter.chrono(), letter.subject());
  }
}
