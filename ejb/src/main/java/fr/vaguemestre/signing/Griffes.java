package fr.vaguemestre.signing;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.signing.pdf.PngGriffe;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Griffes (SIG2): each signer keeps, sees and removes their own; nobody else's can be reached from
 * here. At rest they are sealed for their owner: a row copied to another agent does not open.
 */
@Stateless
public class Griffes {
  private static final Logger LOG = Logger.getLogger(Griffes.class.getName());

  @PersistenceContext EntityManager em;
  @Inject GriffeKeys keys;
  @Inject Journal journal;
  @Inject Clock clock;

  /** A clear picture, and its hash as the proofs name it. */
  record Picture(byte[] png, String sha256) {}

  /**
   * Keeps the reader's own griffe in the place of the one before: a PNG of 500 KB at most, drawn
   * anew.
   */
  public void keep(Reader reader, byte[] png) {
    needSigner(reader);
    var picture = PngGriffe.check(png);
    hold(reader.agent(), picture);
    journal.record(
        reader, null, "KEEP_GRIFFE", null, null, Map.of("sha256", sha256(picture)), null);
  }

  /** Removes the reader's own griffe; having none is no error. */
  public void remove(Reader reader) {
    needSigner(reader);
    find(reader.agent())
        .ifPresent(
            griffe -> {
              em.remove(griffe);
              journal.record(
                  reader,
                  null,
                  "REMOVE_GRIFFE",
                  null,
                  null,
                  Map.of("sha256", griffe.sha256()),
                  null);
            });
  }

  /** The reader's own griffe, a PNG; empty while they have none. */
  public Optional<byte[]> own(Reader reader) {
    needSigner(reader);
    return find(reader.agent()).map(griffe -> open(griffe).png());
  }

  /** Whether the reader has a griffe. */
  public boolean kept(Reader reader) {
    return find(reader.agent()).isPresent();
  }

  /**
   * The griffe this reader signs with.
   *
   * @throws Refusal when they have none, or it cannot be opened
   */
  public Picture ofSigner(Reader reader) {
    needSigner(reader);
    return find(reader.agent())
        .map(this::open)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "signing.no-griffe"));
  }

  /** Seals a picture that was found clear, unless its owner has kept another since. */
  public void takeIn(long agent, byte[] png) {
    if (find(agent).isEmpty()) {
      hold(agent, png);
    }
  }

  /**
   * Seals again, under the current key, what another key sealed; returns how many there were. What
   * does not open stays as it is.
   */
  public int renew() {
    List<Griffe> old =
        em.createQuery("select g from Griffe g where g.keyId <> :current", Griffe.class)
            .setParameter("current", keys.ring().current())
            .getResultList();
    return (int) old.stream().filter(this::renew).count();
  }

  private boolean renew(Griffe griffe) {
    var png = opened(griffe);
    png.ifPresent(clear -> griffe.seal(keys.ring().seal(clear, about(griffe.agent()))));
    return png.isPresent();
  }

  private void hold(long agent, byte[] png) {
    var griffe = find(agent).orElseGet(() -> new Griffe(agent));
    griffe.hold(keys.ring().seal(png, about(agent)), sha256(png), clock.instant());
    em.persist(griffe);
  }

  private Picture open(Griffe griffe) {
    return opened(griffe)
        .map(png -> new Picture(png, griffe.sha256()))
        .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "signing.griffe-shut"));
  }

  private Optional<byte[]> opened(Griffe griffe) {
    try {
      return Optional.of(keys.ring().open(griffe.sealed(), about(griffe.agent())));
    } catch (KeyRing.Shut e) {
      LOG.log(Level.SEVERE, e, () -> "the griffe of agent " + griffe.agent() + " stays shut");
      return Optional.empty();
    }
  }

  private Optional<Griffe> find(long agent) {
    return em.createQuery("select g from Griffe g where g.agent = :agent", Griffe.class)
        .setParameter("agent", agent)
        .getResultStream()
        .findFirst();
  }

  private static String about(long agent) {
    return "griffe/" + TenantContext.required() + "/" + agent;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whoever signs, for themselves or in an absent colleague's place, does it with their own griffe.
   */
  static void needSigner(Reader reader) {
    if (!reader.mayForSomeone(Right.SIGN)) {
      throw Refusal.forbidden();
    }
  }
}
