-- The queue may hold a million letters: which of some letters wait, and whose index is to be cleaned up.
create index index_queue_letter on index_queue (tenant_id, correspondence_id);
create index index_queue_cleanup on index_queue (id) where correspondence_id is null;
