-- GRC8: letters that were erased, since when and how far. What nobody names any more is taken out of the content store and out
-- of the files of the index after the commit: asked for here, in the transaction that erased.
create table erasure (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  purpose varchar(12) not null,
  erased_at timestamptz not null,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id)
);

-- Contents that rows no longer name; others may.
create table content_removal (
  tenant_id integer not null default current_tenant() references tenant,
  sha256 char(64) not null,
  asked_at timestamptz not null,
  primary key (tenant_id, sha256)
);

-- Who was a letter's sender and is no more: erased with the letter, when no other names them.
create table past_sender (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  contact_id bigint not null,
  primary key (tenant_id, correspondence_id, contact_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade
);
create index past_sender_contact on past_sender (tenant_id, contact_id);

create function sender_replaced() returns trigger language plpgsql as $$
begin
  insert into past_sender (tenant_id, correspondence_id, contact_id) values (old.tenant_id, old.id, old.sender_id) on conflict do nothing;
  return null;
end $$;
create trigger sender_replaced after update of sender_id on correspondence for each row
  when (old.sender_id is not null and old.sender_id is distinct from new.sender_id) execute function sender_replaced();

-- Null: what the index has replaced or removed so far goes out of its files too.
alter table index_queue alter column correspondence_id drop not null;

do $$
declare t text;
begin
  foreach t in array array['erasure', 'content_removal', 'past_sender']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;

-- What a row names no more, whoever changed or deleted it; not of a town that leaves: all it has goes with it.
create function content_unnamed() returns trigger language plpgsql as $$
declare named text;
begin
  foreach named in array tg_argv loop
    execute format('insert into content_removal (tenant_id, sha256, asked_at) select distinct b.tenant_id, b.%1$I, now()
                      from before b join tenant t on t.id = b.tenant_id and t.leaving_since is null
                     where b.%1$I is not null %2$s order by 2
                     on conflict (tenant_id, sha256) do update set asked_at = excluded.asked_at', named,
      case tg_op when 'UPDATE' then format('and b.%1$I not in (select a.%1$I from after a where a.%1$I is not null)', named) else '' end);
  end loop;
  return null;
end $$;

do $$
declare named record;
begin
  for named in values ('document', '''sha256'', ''rendition_sha256'', ''thumbnail_sha256'''), ('upload', '''sha256'', ''rendition_sha256'', ''thumbnail_sha256'''),
    ('reply_version', '''sha256'', ''pdf_sha256'', ''signed_sha256'''), ('reply_source', '''sha256'''), ('signature_proof', '''seen_sha256'', ''signed_sha256'''),
    ('task', '''sha256'''), ('mailing_recipient', '''pdf_sha256'''), ('submission_file', '''sha256'''), ('draft_entry', '''sha256''')
  loop
    execute format('create trigger content_replaced after update on %I referencing old table as before new table as after
                      for each statement execute function content_unnamed(%s)', named.column1, named.column2);
    execute format('create trigger content_left after delete on %I referencing old table as before
                      for each statement execute function content_unnamed(%s)', named.column1, named.column2);
  end loop;
end $$;

-- How far a request goes when its time has come: the town may keep the letter made of it, as a public archive, and may have
-- letters that another tool registered taken for requests too.
create table town_privacy (
  tenant_id integer not null default current_tenant() references tenant,
  keep_letters boolean not null,
  deposits boolean not null,
  primary key (tenant_id)
);
alter table town_privacy enable row level security;
create policy tenant_wall on town_privacy using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on town_privacy to vaguemestre_app;

-- Rows are reached from the letters that are erased, and from what goes with them.
create index signature_proof_letter on signature_proof (tenant_id, correspondence_id);
create index signature_proof_step on signature_proof (tenant_id, step_id);
create index batch_signature_letter on batch_signature (tenant_id, correspondence_id);
create index idempotency_key_letter on idempotency_key (tenant_id, correspondence_id);
create index access_token_letter on access_token (tenant_id, correspondence_id) where correspondence_id is not null;
create index sending_version on sending (tenant_id, reply_version_id);
create index mailing_version on mailing (tenant_id, reply_version_id);
create index transmission_contact on transmission (tenant_id, contact_id);
create index transmission_document on transmission (tenant_id, document_id);
create index transmission_returned on transmission (tenant_id, return_document_id) where return_document_id is not null;
create index deposit_contact_of on deposit_contact (tenant_id, contact_id);
