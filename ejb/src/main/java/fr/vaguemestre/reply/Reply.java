package fr.vaguemestre.reply;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reply to a correspondence, through its versions; the last one is what is judged, signed and
 * sent.
 */
@Entity
public class Reply extends Owned {
  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "template_id")
  private Long template;

  @Column(name = "author_id")
  private long author;

  @Column(name = "created_at")
  private Instant createdAt;

  @OneToMany(mappedBy = "reply", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("number")
  private List<ReplyVersion> versions = new ArrayList<>();

  protected Reply() {}

  Reply(long correspondence, Long template, long author, Instant at) {
    this.correspondence = correspondence;
    this.template = template;
    this.author = author;
    this.createdAt = at;
  }

  ReplyVersion add(long by, Instant at, DraftFile file) {
    var version = new ReplyVersion(this, versions.size() + 1, by, at, file);
    versions.add(version);
    return version;
  }

  public Optional<ReplyVersion> last() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  public long correspondence() {
    return correspondence;
  }

  public long author() {
    return author;
  }
}
