package fr.vaguemestre.consistency;

import java.util.List;
import java.util.Set;

/**
 * A column that names a content of the store by its address. Every column whose name ends in {@code
 * sha256} is here or among {@link #OTHERS}; a test looks.
 *
 * @param key SQL of what names its row to people: an id, a path
 */
public record ContentColumn(String table, String column, String key) {
  public static final List<ContentColumn> ALL =
      List.of(
          new ContentColumn("document", "sha256", "id"),
          new ContentColumn("document", "rendition_sha256", "id"),
          new ContentColumn("document", "thumbnail_sha256", "id"),
          new ContentColumn("upload", "sha256", "id"),
          new ContentColumn("upload", "rendition_sha256", "id"),
          new ContentColumn("upload", "thumbnail_sha256", "id"),
          new ContentColumn("reply_template", "sha256", "id"),
          new ContentColumn("reply_version", "sha256", "id"),
          new ContentColumn("reply_version", "pdf_sha256", "id"),
          new ContentColumn("reply_version", "signed_sha256", "id"),
          new ContentColumn("signature_proof", "seen_sha256", "id"),
          new ContentColumn("signature_proof", "signed_sha256", "id"),
          new ContentColumn("reply_source", "sha256", "reply_version_id"),
          new ContentColumn("task", "sha256", "id"),
          new ContentColumn("mailing_recipient", "pdf_sha256", "id"),
          new ContentColumn("submission_file", "sha256", "id"),
          new ContentColumn("draft_entry", "sha256", "correspondence_id"),
          new ContentColumn("tenant", "logo_sha256", "id"));

  /** Digests of other things than contents of the store, as {@code table.column}. */
  public static final Set<String> OTHERS =
      Set.of(
          "access_token.sha256",
          "agent.griffe_sha256",
          "batch_signature.seen_sha256",
          "griffe.sha256",
          "idempotency_key.request_sha256",
          "reply_source.merged_sha256",
          "signature_proof.griffe_sha256",
          "submission.request_sha256",
          "submission_addition.request_sha256",
          "town_job.sha256");

  /** SQL of the town's rows alone: the table of towns has no wall. */
  String condition() {
    return table.equals("tenant") ? "id = current_tenant()" : "true";
  }
}
