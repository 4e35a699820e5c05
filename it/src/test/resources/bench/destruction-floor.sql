-- The plainest SQL that destroys letters %1$d to %2$d: nothing is looked for, no trigger asks for a visa nor notes the files.
begin;
set local session_replication_role = replica;
insert into destruction (tenant_id, correspondence_id, line_id, destroyed_at) select :tenant, n, n, now() from generate_series(%1$d, %2$d) n;
delete from document_text where tenant_id = :tenant and document_id in (select id from document where tenant_id = :tenant and correspondence_id between %1$d and %2$d);
delete from document where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from submission_file where tenant_id = :tenant and submission_id between %1$d and %2$d;
delete from submission where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from journal_words where tenant_id = :tenant and entry_id in (select id from journal_entry where tenant_id = :tenant and correspondence_id between %1$d and %2$d);
delete from note where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from acknowledgement where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from sending where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
delete from reply_version where tenant_id = :tenant and reply_id between %1$d and %2$d;
delete from reply where tenant_id = :tenant and correspondence_id between %1$d and %2$d;
update correspondence set subject = '', sender_id = null where tenant_id = :tenant and id between %1$d and %2$d;
delete from contact where tenant_id = :tenant and id between %1$d and %2$d;
commit
