package fr.vaguemestre.consistency;

import java.util.List;
import java.util.Set;

/**
 * A column that names a content of the store by its address. Every column whose name ends in {@code
 * sha256} is here or among {@link #OTHERS}; a test looks. Where it may tell of people its table has
 * the trigger {@code content_unnamed}, and what no row names any more is removed.
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
          "content_removal.sha256",
          "griffe.sha256",
          "idempotency_key.request_sha256",
          "recent_search.asked_sha256",
          "recent_search_word.asked_sha256",
          "reply_source.merged_sha256",
          "retention_list.attestation_sha256",
          "retention_list.signed_sha256",
          "signature_proof.griffe_sha256",
          "submission.request_sha256",
          "submission_addition.request_sha256",
          "town_job.sha256");

  /**
   * SQL of the rows that name a content: of the town alone, the table of towns having no wall; and
   * of a proof only while its letter is whole, after which its digests are all that is left.
   */
  String condition() {
    return switch (table) {
      case "tenant" -> "tenant.id = current_tenant()";
      case "signature_proof" ->
          "not exists (select 1 from erasure e where e.tenant_id = signature_proof.tenant_id"
              + " and e.correspondence_id = signature_proof.correspondence_id and e.purpose <> 'REQUEST_COPY')";
      default -> "true";
    };
  }
}
