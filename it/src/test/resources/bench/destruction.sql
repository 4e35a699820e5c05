-- The %3$d letters of town %1$d from id %2$d on, of a type with a rule, on signed lists of 500 with the archives' visa, through the walls.
set app.tenant = '%1$d';
set session_replication_role = replica;
delete from destruction where tenant_id = %1$d and correspondence_id >= 5000000000;
delete from archive_visa where tenant_id = %1$d and correspondence_id >= 5000000000;
delete from retention_line where tenant_id = %1$d and correspondence_id >= 5000000000;
delete from retention_list where tenant_id = %1$d and id >= 5000000000;
set session_replication_role = origin;
insert into document_type select (jsonb_populate_record(t, jsonb_build_object('id', t.id + 1, 'code', 'DESTRUCTION-BENCH',
    'retention', 'P3M', 'retention_start', 'CLOSING', 'final_disposition', 'DESTROY'))).*
  from document_type t where tenant_id = %1$d and code = 'ERASURE-BENCH' on conflict do nothing;
update correspondence set type_id = (select id from document_type where tenant_id = %1$d and code = 'DESTRUCTION-BENCH')
 where tenant_id = %1$d and id between %2$d and %2$d + %3$d - 1;
insert into retention_list (id, version, number, kind, state, made_at, signed_by, signed_at, signed_sha256)
  select %2$d + k, 1, 'BENCH-' || k, 'DESTROY', 'SIGNED', now(), (select min(id) from agent where tenant_id = %1$d), now(), repeat('a', 64)
    from generate_series(0, (%3$d - 1) / 500) k;
insert into retention_line (id, version, correspondence_id, list_id, state, outcome, chrono, type_label, unit_label, arrived_on, closed_on,
    retention, retention_start, disposition, ends_on, documents, bytes, found_at)
  select c.id, 1, c.id, %2$d + (c.id - %2$d) / 500, 'SIGNED', 'DESTROY', c.chrono, 'Type', 'Unité', c.arrival_date,
         cast(c.state_since at time zone t.time_zone as date), 'P3M', 'CLOSING', 'DESTROY', current_date - 10, 2, 200000, now()
    from correspondence c join tenant t on t.id = c.tenant_id where c.tenant_id = %1$d and c.id between %2$d and %2$d + %3$d - 1;
insert into archive_visa (line_id, correspondence_id, number, granted_on, signatory, recorded_by, recorded_at)
  select id, correspondence_id, 'V1', current_date, 'Les archives', (select min(id) from agent where tenant_id = %1$d), now()
    from retention_line where tenant_id = %1$d and id between %2$d and %2$d + %3$d - 1;
update retention_line set state = 'GRANTED' where tenant_id = %1$d and id between %2$d and %2$d + %3$d - 1
