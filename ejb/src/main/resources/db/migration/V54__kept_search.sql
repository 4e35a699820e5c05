-- SEA2: searches that agents keep, for themselves or for a unit and those below it. What is kept is what was asked, never what was
-- found: whoever runs it finds their own letters.
create table kept_search (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  owner_id bigint not null,
  unit_id bigint,
  name varchar(120) not null,
  asked varchar(8000) not null,
  kept_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index kept_search_name on kept_search (tenant_id, owner_id, lower(name));
create index kept_search_unit on kept_search (tenant_id, unit_id) where unit_id is not null;

-- The last searches of an agent, one line each however often; a line of recent_search_off: this agent wants none kept.
create table recent_search (
  tenant_id integer not null default current_tenant() references tenant,
  agent_id bigint not null,
  asked_sha256 char(64) not null,
  asked varchar(8000) not null,
  asked_at timestamptz not null,
  primary key (tenant_id, agent_id, asked_sha256),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);
create table recent_search_off (
  tenant_id integer not null default current_tenant() references tenant,
  agent_id bigint not null,
  primary key (tenant_id, agent_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['kept_search', 'recent_search', 'recent_search_off']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
