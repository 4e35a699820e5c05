-- SEN2: a transmission whose mail never arrived is awaited no more once it is settled otherwise; who and what was said are kept
-- where a return's are.
alter table transmission add column settled_on date;
alter table transmission add check (returned_on is null or settled_on is null);
drop index transmission_out;
create index transmission_out on transmission (tenant_id, expected_on, correspondence_id) where returned_on is null and settled_on is null;
