package fr.vaguemestre.correspondence;

import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * A file of a correspondence. Its bytes are in the content store under their SHA-256 and never
 * change; text, thumbnail and rendition are derived and can be made again.
 */
@Entity
public class Document extends Owned {
  /** What the file is to its letter. */
  public enum Role {
    MAIN,
    ATTACHMENT
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "correspondence_id")
  private Correspondence correspondence;

  @Enumerated(EnumType.STRING)
  private Role role;

  private String name;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "size_bytes")
  private long size;

  private String sha256;
  private int position;

  @Enumerated(EnumType.STRING)
  private ExtractionStatus extraction = ExtractionStatus.PENDING;

  @Column(name = "extraction_reason")
  private String extractionReason;

  private Integer pages;

  @Column(name = "pages_read")
  private Integer pagesRead;

  @Column(name = "rendition_sha256")
  private String renditionSha256;

  @Column(name = "thumbnail_sha256")
  private String thumbnailSha256;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_by")
  private long addedBy;

  protected Document() {}

  Document(Correspondence correspondence, int position, IncomingFile file, long by, Instant at) {
    this.correspondence = correspondence;
    this.role = position == 0 ? Role.MAIN : Role.ATTACHMENT;
    this.position = position;
    this.name = file.name();
    this.mediaType = file.mediaType();
    this.size = file.size();
    this.sha256 = file.sha256();
    this.addedBy = by;
    this.addedAt = at;
  }

  /** What reading it gave. */
  void read(ReadResult result) {
    this.extraction = result.status();
    this.extractionReason = result.reason();
    this.pages = result.pages();
    this.pagesRead = result.pagesRead();
    this.renditionSha256 = result.renditionSha256();
    this.thumbnailSha256 = result.thumbnailSha256();
  }

  public Correspondence correspondence() {
    return correspondence;
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  public String sha256() {
    return sha256;
  }

  public String renditionSha256() {
    return renditionSha256;
  }

  public String thumbnailSha256() {
    return thumbnailSha256;
  }
}
