package fr.vaguemestre.capture;

import fr.vaguemestre.correspondence.ReadResult;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A file dropped on the registration screen, not a letter yet; only whoever dropped it sees it,
 * until they forward it to the mail office (O2). When their account is closed it is the
 * successor's.
 */
@Entity
public class Upload extends Owned {
  @Column(name = "agent_id")
  private long agent;

  private String name;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "size_bytes")
  private long size;

  private String sha256;

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

  private String body;

  @Column(name = "uploaded_at")
  private Instant uploadedAt;

  @Column(name = "forwarded_at")
  private Instant forwardedAt;

  @Column(name = "forwarded_unit_id")
  private Long forwardedUnit;

  @Column(name = "forwarded_words")
  private String forwardedWords;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  @Column(name = "given_back")
  private String givenBack;

  protected Upload() {}

  Upload(long agent, StoredFile file, Instant at) {
    this.agent = agent;
    this.name = file.name();
    this.mediaType = file.mediaType();
    this.size = file.size();
    this.sha256 = file.sha256();
    this.uploadedAt = at;
  }

  void read(ReadResult result) {
    this.extraction = result.status();
    this.extractionReason = result.reason();
    this.pages = result.pages();
    this.pagesRead = result.pagesRead();
    this.renditionSha256 = result.renditionSha256();
    this.thumbnailSha256 = result.thumbnailSha256();
    this.body = result.text() == null ? null : result.text().replace("\0", "");
  }

  /** O2: from here on it waits for the mail office. */
  void forward(long unit, ForwardWish wish, Instant at) {
    this.forwardedAt = at;
    this.forwardedUnit = unit;
    this.forwardedWords = wish.about().strip();
    this.receivedOn = wish.receivedOn();
  }

  /** O2: it is not to be registered; whoever forwarded it reads why. */
  void giveBack(String words) {
    this.givenBack = words;
  }

  /** Whether it waits for the mail office. */
  boolean isQueued() {
    return forwardedAt != null && givenBack == null;
  }

  boolean belongsTo(long whom) {
    return agent == whom;
  }

  long agent() {
    return agent;
  }

  StoredFile file() {
    return new StoredFile(name, mediaType, size, sha256);
  }

  UploadLine line() {
    return new UploadLine(
        id(),
        name,
        mediaType,
        size,
        extraction,
        extractionReason,
        pages,
        pagesRead,
        thumbnailSha256 != null);
  }

  String body() {
    return body;
  }

  String renditionSha256() {
    return renditionSha256;
  }

  String thumbnailSha256() {
    return thumbnailSha256;
  }
}
