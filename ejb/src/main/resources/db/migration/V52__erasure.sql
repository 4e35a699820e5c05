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

-- Null: what the index has replaced or removed so far goes out of its files too.
alter table index_queue alter column correspondence_id drop not null;

do $$
declare t text;
begin
  foreach t in array array['erasure', 'content_removal']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
