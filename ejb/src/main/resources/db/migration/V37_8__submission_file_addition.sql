-- The additions a status shows, and the files that leave with an addition, without walking the town's.
create index submission_file_addition on submission_file (tenant_id, addition_id) where addition_id is not null;
create index submission_addition_of on submission_addition (tenant_id, submission_id, received_at, id);
