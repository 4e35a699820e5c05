package fr.vaguemestre.reply;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One version of a reply: the document as edited, its PDF as judged, and the PDF as signed. None is
 * ever changed, but by who writes it, until they close their word processor ({@link DraftSaves}).
 */
@Entity
@Table(name = "reply_version")
public class ReplyVersion extends Owned {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "reply_id")
  private Reply reply;

  private int number;

  @Column(name = "author_id")
  private long author;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  private String sha256;

  @Column(name = "size_bytes")
  private long size;

  @Enumerated(EnumType.STRING)
  private Conversion conversion = Conversion.PENDING;

  @Column(name = "conversion_reason")
  private String conversionReason;

  @Column(name = "pdf_sha256")
  private String pdfSha256;

  @Column(name = "signed_sha256")
  private String signedSha256;

  private String body;

  protected ReplyVersion() {}

  ReplyVersion(Reply reply, int number, long author, Instant at, DraftFile file) {
    this.reply = reply;
    this.number = number;
    this.author = author;
    this.createdAt = at;
    this.fileName = file.name();
    this.mediaType = file.mediaType();
    this.sha256 = file.sha256();
    this.size = file.size();
  }

  /** The same version saved again; its PDF is to be made anew. */
  void rewrite(DraftFile file, Instant at) {
    if (signedSha256 != null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "signing.already-signed");
    }
    this.createdAt = at;
    this.fileName = file.name();
    this.sha256 = file.sha256();
    this.size = file.size();
    this.conversion = Conversion.PENDING;
    this.conversionReason = null;
    this.pdfSha256 = null;
  }

  void converted(String pdf, String text) {
    this.conversion = Conversion.DONE;
    this.pdfSha256 = pdf;
    this.body = text;
  }

  void notConverted(String reason) {
    this.conversion = Conversion.FAILED;
    this.conversionReason = reason;
  }

  /** Only the bytes that were seen are signed, and only once. */
  public void sign(String seen, String signed) {
    if (!seen.equals(pdfSha256)) {
      throw Refusal.of(Refusal.Kind.STALE, "signing.other-bytes");
    }
    if (signedSha256 != null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "signing.already-signed");
    }
    this.signedSha256 = signed;
  }

  public Reply reply() {
    return reply;
  }

  public int number() {
    return number;
  }

  /** What it says, as its PDF was read; null before. */
  String body() {
    return body;
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  Instant createdAt() {
    return createdAt;
  }

  long size() {
    return size;
  }

  public String sha256() {
    return sha256;
  }

  public Conversion conversion() {
    return conversion;
  }

  public String pdfSha256() {
    return pdfSha256;
  }

  public String signedSha256() {
    return signedSha256;
  }
}
