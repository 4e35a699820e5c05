-- BAT2: the database's own refusals, whoever asks and by whatever path. A town that leaves (ORG7) goes whole.
create function town_leaves(town integer) returns boolean language sql stable
  as $$ select exists (select 1 from tenant where id = town and leaving_since is not null) $$;

-- A visa is of a line of a signed elimination list.
create function visa_needs_signature() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from retention_line l join retention_list e on e.tenant_id = l.tenant_id and e.id = l.list_id
                  where l.tenant_id = new.tenant_id and l.id = new.line_id and l.state = 'SIGNED' and l.outcome = 'DESTROY' and e.state = 'SIGNED') then
    raise exception 'no visa on line % before its elimination list is signed', new.line_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger visa_needs_signature before insert on archive_visa for each row execute function visa_needs_signature();

-- Not an open letter, not one under a litigation hold; one and the other wait for this transaction on the letter's row.
create function destruction_allowed() returns trigger language plpgsql as $$
begin
  perform 1 from correspondence c where c.tenant_id = new.tenant_id and c.id = new.correspondence_id and c.closed for update;
  if not found then
    raise exception 'letter % is open', new.correspondence_id using errcode = 'check_violation';
  end if;
  if exists (select 1 from litigation_hold h where h.tenant_id = new.tenant_id and h.correspondence_id = new.correspondence_id and h.lifted_at is null) then
    raise exception 'letter % is under a litigation hold', new.correspondence_id using errcode = 'check_violation';
  end if;
  if not exists (select 1 from retention_line l where l.tenant_id = new.tenant_id and l.id = new.line_id and l.state = 'GRANTED') then
    raise exception 'line % has no visa', new.line_id using errcode = 'check_violation';
  end if;
  -- The visa is of the files that the line counts.
  if not exists (select 1 from retention_line l,
                   (select count(*) as documents, coalesce(sum(d.size_bytes), 0) as bytes from document d
                     where d.tenant_id = new.tenant_id and d.correspondence_id = new.correspondence_id) f
                  where l.tenant_id = new.tenant_id and l.id = new.line_id and l.documents = f.documents and l.bytes = f.bytes) then
    raise exception 'letter % has other files than the archives gave their visa for', new.correspondence_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger destruction_allowed before insert on destruction for each row execute function destruction_allowed();

create function hold_allowed() returns trigger language plpgsql as $$
begin
  perform 1 from correspondence c where c.tenant_id = new.tenant_id and c.id = new.correspondence_id for update;
  if exists (select 1 from destruction d where d.tenant_id = new.tenant_id and d.correspondence_id = new.correspondence_id) then
    raise exception 'letter % is destroyed', new.correspondence_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger hold_allowed before insert on litigation_hold for each row execute function hold_allowed();

-- A line is granted, or destroyed, by the row that says so and by nothing else.
create function line_needs_proof() returns trigger language plpgsql as $$
begin
  if new.state in ('GRANTED', 'DESTROYED') and not exists (select 1 from archive_visa v where v.tenant_id = new.tenant_id and v.line_id = new.id)
    or new.state = 'DESTROYED' and not exists (select 1 from destruction d where d.tenant_id = new.tenant_id and d.correspondence_id = new.correspondence_id and d.line_id = new.id) then
    raise exception 'line % has no visa or no destruction', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger line_needs_proof before insert or update on retention_line for each row execute function line_needs_proof();

-- The one other clock (GRC8): what people sent as a request is anonymised three months after it was closed, in a town that does
-- not keep such letters, unless their type has a retention rule, and never under a litigation hold. The row of the file stays, with no bytes.
create function request_is_over(town integer, letter bigint) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from correspondence c where c.tenant_id = town and c.id = letter and c.closed and c.state_since < now() - interval '88 days'
      and (exists (select 1 from submission s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id)
        or exists (select 1 from deposit d join town_privacy p on p.tenant_id = d.tenant_id and p.deposits
                    where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)))
    and not exists (select 1 from town_privacy p where p.tenant_id = town and p.keep_letters)
    and not exists (select 1 from correspondence c join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
                     where c.tenant_id = town and c.id = letter and t.retention is not null)
    and not exists (select 1 from litigation_hold h where h.tenant_id = town and h.correspondence_id = letter and h.lifted_at is null);
end $$;

-- A letter, its files and the answers to it: public archives (Code du patrimoine, L212-2, L214-3).
create function letter_is_archive() returns trigger language plpgsql as $$
declare letter bigint;
begin
  letter := case tg_table_name
    when 'correspondence' then (to_jsonb(old) ->> 'id')::bigint
    when 'reply_version' then (select r.correspondence_id from reply r where r.tenant_id = old.tenant_id and r.id = (to_jsonb(old) ->> 'reply_id')::bigint)
    else (to_jsonb(old) ->> 'correspondence_id')::bigint end;
  if tg_op = 'UPDATE' and request_is_over(old.tenant_id, letter) then
    return new;
  end if;
  if not exists (select 1 from destruction d where d.tenant_id = old.tenant_id and d.correspondence_id = letter) and not town_leaves(old.tenant_id) then
    raise exception 'letter % is a public archive: not without the visa of the archives', letter using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger letter_is_archive before delete on correspondence for each row execute function letter_is_archive();
create trigger letter_is_archive before delete on document for each row execute function letter_is_archive();
create trigger bytes_are_archive before update of sha256 on document for each row
  when (old.sha256 is distinct from new.sha256) execute function letter_is_archive();
-- A draft is saved again and again; once signed it stays as it was signed.
create trigger reply_is_archive before delete on reply_version for each row execute function letter_is_archive();
create trigger signed_is_archive before update of sha256, pdf_sha256, signed_sha256 on reply_version for each row
  when (old.signed_sha256 is not null
        and (old.sha256, old.pdf_sha256, old.signed_sha256) is distinct from (new.sha256, new.pdf_sha256, new.signed_sha256))
  execute function letter_is_archive();

-- Lists, visas and attestations are kept for ever.
create function kept_for_ever() returns trigger language plpgsql as $$
begin
  if not town_leaves(old.tenant_id) then
    raise exception 'kept for ever' using errcode = 'check_violation';
  end if;
  return old;
end $$;
do $$
declare t text;
begin
  foreach t in array array['retention_list', 'retention_line', 'archive_visa', 'destruction']
  loop
    execute format('create trigger kept_for_ever before delete on %I for each row execute function kept_for_ever()', t);
  end loop;
end $$;
