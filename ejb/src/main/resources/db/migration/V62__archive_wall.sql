-- BAT2: the wall of V50_1 around letters, their files and signed replies, asked once a statement and not once a row: the same
-- refusals, for all the letters that a statement touches. It looks after the statement: what refuses takes all of it back.
drop trigger letter_is_archive on correspondence;
drop trigger letter_is_archive on document;
drop trigger bytes_are_archive on document;
drop trigger reply_is_archive on reply_version;
drop trigger signed_is_archive on reply_version;
drop function letter_is_archive;

-- Refuses unless each of these letters, one a town, is destroyed, of a town that leaves or, if that will do, an anonymised request.
-- A letter that cannot be told is refused.
create function letters_are_archives(towns integer[], letters bigint[], requests boolean) returns void language plpgsql stable as $$
declare kept bigint;
begin
  select l.letter into kept from unnest(towns, letters) as l (town, letter)
   where not exists (select 1 from destruction d where d.tenant_id = l.town and d.correspondence_id = l.letter)
     and not exists (select 1 from tenant t where t.id = l.town and t.leaving_since is not null)
     and not (requests and exists (
       select 1 from correspondence c join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
        where c.tenant_id = l.town and c.id = l.letter and c.closed and c.state_since < now() - interval '88 days'
          and (exists (select 1 from submission s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id)
            or exists (select 1 from deposit d join town_privacy p on p.tenant_id = d.tenant_id and p.deposits
                        where d.tenant_id = c.tenant_id and d.correspondence_id = c.id))
          and not exists (select 1 from town_privacy p where p.tenant_id = c.tenant_id and p.keep_letters)
          and t.retention is null
          and not exists (select 1 from litigation_hold h where h.tenant_id = c.tenant_id and h.correspondence_id = c.id and h.lifted_at is null)))
   limit 1;
  if found then
    raise exception 'letter % is a public archive: not without the visa of the archives', kept using errcode = 'check_violation';
  end if;
end $$;
drop function request_is_over;

-- A letter, its files and the answers to it: public archives (Code du patrimoine, L212-2, L214-3). A row that stays is told by its key and
-- what it names: one that is among those after the statement too has lost nothing.
create function letter_is_archive() returns trigger language plpgsql as $$
declare towns integer[]; letters bigint[];
begin
  case tg_table_name || ' ' || tg_op
    when 'correspondence DELETE' then
      select array_agg(b.tenant_id), array_agg(b.id) into towns, letters from before b;
    when 'document DELETE' then
      select array_agg(l.tenant_id), array_agg(l.correspondence_id) into towns, letters
        from (select distinct b.tenant_id, b.correspondence_id from before b) l;
    when 'document UPDATE' then
      select array_agg(l.tenant_id), array_agg(l.letter) into towns, letters
        from (select d.tenant_id, d.letter
                from (select b.tenant_id, b.id, b.sha256, b.correspondence_id as letter, true as was from before b
                      union all select a.tenant_id, a.id, a.sha256, a.correspondence_id, false from after a) d
               group by d.tenant_id, d.id, d.sha256, d.letter having bool_and(d.was)) l;
    when 'reply_version DELETE' then
      select array_agg(l.tenant_id), array_agg(l.correspondence_id) into towns, letters
        from (select distinct b.tenant_id, r.correspondence_id
                from before b left join reply r on r.tenant_id = b.tenant_id and r.id = b.reply_id) l;
    -- A draft is saved again and again; once signed it stays as it was signed.
    when 'reply_version UPDATE' then
      select array_agg(v.tenant_id), array_agg(r.correspondence_id) into towns, letters
        from (select s.tenant_id, s.reply_id
                from (select b.tenant_id, b.id, b.sha256, b.pdf_sha256, b.signed_sha256, b.reply_id, true as was
                        from before b where b.signed_sha256 is not null
                      union all select a.tenant_id, a.id, a.sha256, a.pdf_sha256, a.signed_sha256, a.reply_id, false from after a) s
               group by s.tenant_id, s.id, s.reply_id, s.sha256, s.pdf_sha256, s.signed_sha256 having bool_and(s.was)) v
        left join reply r on r.tenant_id = v.tenant_id and r.id = v.reply_id;
    when 'reply UPDATE' then
      select array_agg(b.tenant_id), array_agg(b.correspondence_id) into towns, letters
        from before b left join after a on a.tenant_id = b.tenant_id and a.id = b.id
       where a.correspondence_id is distinct from b.correspondence_id;
  end case;
  if letters is not null then
    perform letters_are_archives(towns, letters, tg_op = 'UPDATE');
  end if;
  return null;
end $$;
create trigger letter_is_archive after delete on correspondence referencing old table as before
  for each statement execute function letter_is_archive();
create trigger letter_is_archive after delete on document referencing old table as before
  for each statement execute function letter_is_archive();
create trigger bytes_are_archive after update on document referencing old table as before new table as after
  for each statement execute function letter_is_archive();
create trigger reply_is_archive after delete on reply_version referencing old table as before
  for each statement execute function letter_is_archive();
create trigger answer_is_archive after update on reply referencing old table as before new table as after
  for each statement execute function letter_is_archive();
create trigger signed_is_archive after update on reply_version referencing old table as before new table as after
  for each statement execute function letter_is_archive();
