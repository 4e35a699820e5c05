-- What an erasure wrote for each of its letters and need not.
-- Whom the erasure itself takes out of a letter (setting app.erasing, of its transaction alone) it forgets at once.
drop trigger sender_replaced on correspondence;
create trigger sender_replaced after update of sender_id on correspondence for each row
  when (old.sender_id is not null and old.sender_id is distinct from new.sender_id
        and coalesce(current_setting('app.erasing', true), '') = '') execute function sender_replaced();

-- The letter's own key carries the town, and the letter is of one.
alter table erasure drop constraint erasure_tenant_id_fkey;
alter table past_sender drop constraint past_sender_tenant_id_fkey;

-- As in V52; a content named twice by what one transaction removes is noted once.
create or replace function content_unnamed() returns trigger language plpgsql as $$
declare named text;
begin
  foreach named in array tg_argv loop
    execute format('insert into content_removal (tenant_id, sha256, asked_at) select distinct b.tenant_id, b.%1$I, now()
                      from before b join tenant t on t.id = b.tenant_id and t.leaving_since is null
                     where b.%1$I is not null %2$s order by 2
                     on conflict (tenant_id, sha256) do update set asked_at = excluded.asked_at where content_removal.asked_at < excluded.asked_at', named,
      case tg_op when 'UPDATE' then format('and b.%1$I not in (select a.%1$I from after a where a.%1$I is not null)', named) else '' end);
  end loop;
  return null;
end $$;

-- Looked up for each version of a reply that is destroyed.
create index draft_lock_version on draft_lock (tenant_id, reply_version_id);
