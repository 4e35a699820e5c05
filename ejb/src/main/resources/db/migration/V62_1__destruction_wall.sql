-- The walls of V50_1 around destructions and lines, asked once a statement likewise.
drop trigger destruction_allowed on destruction;
create or replace function destruction_allowed() returns trigger language plpgsql as $$
declare refused bigint;
begin
  -- Not an open letter, not one under a litigation hold; one and the other wait for this transaction on the letter's row.
  perform 1 from after n join correspondence c on c.tenant_id = n.tenant_id and c.id = n.correspondence_id order by c.id for update of c;
  select n.correspondence_id into refused from after n
   where not exists (select 1 from correspondence c where c.tenant_id = n.tenant_id and c.id = n.correspondence_id and c.closed) limit 1;
  if found then
    raise exception 'letter % is open', refused using errcode = 'check_violation';
  end if;
  select n.correspondence_id into refused from after n
   where exists (select 1 from litigation_hold h where h.tenant_id = n.tenant_id and h.correspondence_id = n.correspondence_id and h.lifted_at is null) limit 1;
  if found then
    raise exception 'letter % is under a litigation hold', refused using errcode = 'check_violation';
  end if;
  select n.line_id into refused from after n
   where not exists (select 1 from retention_line l where l.tenant_id = n.tenant_id and l.id = n.line_id and l.state = 'GRANTED') limit 1;
  if found then
    raise exception 'line % has no visa', refused using errcode = 'check_violation';
  end if;
  -- The visa is of the files that the line counts.
  select n.correspondence_id into refused
    from after n
    left join retention_line l on l.tenant_id = n.tenant_id and l.id = n.line_id
    cross join lateral (select count(*) as documents, coalesce(sum(d.size_bytes), 0) as bytes from document d
                         where d.tenant_id = n.tenant_id and d.correspondence_id = n.correspondence_id) f
   where (l.documents, l.bytes) is distinct from (f.documents, f.bytes) limit 1;
  if found then
    raise exception 'letter % has other files than the archives gave their visa for', refused using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger destruction_allowed after insert on destruction referencing new table as after
  for each statement execute function destruction_allowed();

-- A line is granted, or destroyed, by the row that says so and by nothing else.
drop trigger line_needs_proof on retention_line;
create or replace function line_needs_proof() returns trigger language plpgsql as $$
declare refused bigint;
begin
  select n.id into refused from after n
   where n.state in ('GRANTED', 'DESTROYED') and not exists (select 1 from archive_visa v where v.tenant_id = n.tenant_id and v.line_id = n.id)
      or n.state = 'DESTROYED' and not exists (select 1 from destruction d where d.tenant_id = n.tenant_id and d.correspondence_id = n.correspondence_id
                                                  and d.line_id = n.id) limit 1;
  if found then
    raise exception 'line % has no visa or no destruction', refused using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger line_needs_proof after insert on retention_line referencing new table as after
  for each statement execute function line_needs_proof();
create trigger line_proved after update on retention_line referencing new table as after
  for each statement execute function line_needs_proof();
