-- What the administration's first page asks, without reading tables whole.
create index sending_mail on sending (tenant_id, status, done_at) where means = 'EMAIL';
create index document_unread on document (tenant_id, id) where extraction in ('FAILED', 'NOT_OCRED');
create index closure_running on closure (tenant_id, asked_at) where done_at is null;
