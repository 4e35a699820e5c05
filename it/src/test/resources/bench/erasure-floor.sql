-- The plainest SQL that clears letters %1$d to %2$d: nothing is looked for, no trigger notes the files.
begin;
set local session_replication_role = replica;
delete from document_text where tenant_id = :tenant and document_id in (select id from document where tenant_id = :tenant and correspondence_id between %1$d and %2$d);
update document set name = '', sha256 = repeat('0', 64), thumbnail_sha256 = null, rendition_sha256 = null where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from submission_file where tenant_id = :tenant and submission_id between %1$d and %2$d;
update submission set answers = '{}', applicant = null, subject = '' where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from journal_words where tenant_id = :tenant and entry_id in (select id from journal_entry where tenant_id = :tenant and correspondence_id between %1$d and %2$d);
delete from note where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
update acknowledgement set recipient = null, subject = '', body = '' where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
update reply_version set file_name = '', body = null, sha256 = repeat('0', 64), pdf_sha256 = null, signed_sha256 = null where tenant_id = :tenant and reply_id between %1$d and %2$d;
update sending set recipient = '', subject = null, body = null where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
update correspondence set subject = '', sender_id = null where tenant_id = :tenant and id between %1$d and %2$d;
delete from contact where tenant_id = :tenant and id between %1$d and %2$d;
commit
