-- SIG2: one's griffe, sealed with a key that is not in the database (key_id names it). agent.griffe_sha256 named a clear
-- picture among the contents; the start-up step that seals those that are left empties it.
create table griffe (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  key_id char(16) not null,
  sealed bytea not null,
  sha256 char(64) not null,
  kept_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, agent_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['griffe']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
