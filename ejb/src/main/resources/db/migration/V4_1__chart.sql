-- ORG1: units and agents are found by any part of their names, whatever the case and the accents.
create function fold(words text) returns text language sql immutable strict parallel safe as $$
  select lower(translate(replace(replace(replace(replace(words, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
    'àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ’', 'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy'''))
$$;
alter table unit add column search_key text generated always as (fold(label || ' ' || short_label || ' ' || code)) stored;
alter table agent add column search_key text
  generated always as (fold(first_name || ' ' || last_name || ' ' || login)) stored;
create index agent_name on agent (tenant_id, last_name, first_name, id);

-- The closing of a unit or of an agent, and to whom what it holds goes, a bounded batch at a time.
create table closure (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  unit_id bigint,
  agent_id bigint,
  to_unit_id bigint,
  to_agent_id bigint,
  parent_before bigint,
  total bigint not null,
  asked_by bigint not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  reopened_at timestamptz,
  primary key (tenant_id, id),
  check ((unit_id is null) <> (agent_id is null)),
  check (unit_id is null or to_unit_id is not null),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, to_unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, to_agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, parent_before) references unit (tenant_id, id),
  foreign key (tenant_id, asked_by) references agent (tenant_id, id)
);
create index closure_unit on closure (tenant_id, unit_id, id);
create index closure_agent on closure (tenant_id, agent_id, id);
alter table closure enable row level security;
create policy tenant_wall on closure
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on closure to vaguemestre_app;
create index approval_step_pending on approval_step (tenant_id, agent_id) where status in ('WAITING', 'CURRENT');
