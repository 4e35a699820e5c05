package fr.vaguemestre.capture;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.anonymisation.Leftovers;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.correspondence.ReadResult;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The files an agent has dropped and not yet registered, and what units forwarded (O2). */
@Stateless
public class Uploads {
  @PersistenceContext EntityManager em;
  @Inject Outbox outbox;
  @Inject Leftovers leftovers;
  @Inject Clock clock;

  public UploadLine add(Reader reader, StoredFile file) {
    var upload = new Upload(reader.agent(), file, clock.instant());
    em.persist(upload);
    em.flush();
    outbox.intend(Kind.EXTRACT_UPLOAD, upload.id());
    return upload.line();
  }

  /** This agent's dropped files, those forwarded apart, oldest first. */
  public List<UploadLine> mine(Reader reader) {
    return em.createQuery(
            "select u from Upload u where u.agent = :agent and u.forwardedAt is null order by u.id",
            Upload.class)
        .setParameter("agent", reader.agent())
        .getResultStream()
        .map(Upload::line)
        .toList();
  }

  public UploadLine find(Reader reader, long id) {
    return own(reader, id).line();
  }

  /** The text read so far; empty while it is being read or when there is none. */
  public String text(Reader reader, long id) {
    return Optional.ofNullable(own(reader, id).body()).orElse("");
  }

  /**
   * The address of what the viewer shows: the PDF rendition when there is one, else the file
   * itself.
   */
  public StoredFile shown(Reader reader, long id) {
    var upload = own(reader, id);
    var file = upload.file();
    return upload.renditionSha256() == null
        ? file
        : new StoredFile(file.name() + ".pdf", "application/pdf", -1, upload.renditionSha256());
  }

  public Optional<String> thumbnail(Reader reader, long id) {
    return Optional.ofNullable(own(reader, id).thumbnailSha256());
  }

  /** Leaves it aside for good; what a unit forwarded is given back instead. */
  public void discard(Reader reader, long id) {
    var upload = own(reader, id);
    if (!upload.belongsTo(reader.agent())) {
      throw Refusal.forbidden();
    }
    em.remove(upload);
  }

  public void forward(Reader reader, long id, long unit, ForwardWish wish) {
    own(reader, id).forward(unit, wish, clock.instant());
  }

  public void giveBack(Reader reader, long id, String words) {
    var upload = own(reader, id);
    if (!upload.isQueued()) {
      throw Refusal.stale();
    }
    if (!em.find(Agent.class, upload.agent()).active()) {
      throw Refusal.field("givenBack", "capture.nobody-to-give-back");
    }
    upload.giveBack(words);
  }

  /** The dropped files as they go into a letter; they leave the list in the registration's wake. */
  public List<IncomingFile> take(Reader reader, List<Long> ids) {
    return ids.stream()
        .map(
            id ->
                seen(reader, id)
                    .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "capture.file-gone")))
        .map(
            u ->
                new IncomingFile(
                    u.file().name(),
                    u.file().mediaType(),
                    u.file().size(),
                    u.file().sha256(),
                    u.id()))
        .toList();
  }

  public void read(long id, ReadResult result) {
    var upload = em.find(Upload.class, id);
    if (upload != null) {
      upload.read(result);
    } else {
      leftovers.unnamed(result.renditionSha256(), result.thumbnailSha256());
    }
  }

  public Optional<StoredFile> file(long id) {
    return Optional.ofNullable(em.find(Upload.class, id)).map(Upload::file);
  }

  private Upload own(Reader reader, long id) {
    return seen(reader, id).orElseThrow(Refusal::notFound);
  }

  /** One's own, and for the mail office what units forwarded (O2). */
  private Optional<Upload> seen(Reader reader, long id) {
    return Optional.ofNullable(em.find(Upload.class, id))
        .filter(
            u -> u.belongsTo(reader.agent()) || u.isQueued() && reader.may(Right.REGISTER, null));
  }
}
