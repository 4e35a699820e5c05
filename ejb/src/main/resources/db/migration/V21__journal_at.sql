-- The town's journal is read by pages, the newest first.
create index journal_entry_at on journal_entry (tenant_id, at, id);
