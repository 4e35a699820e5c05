-- Letters moved from a version of the circuit to another, on purpose: state by state, a batch at a time; and those that
-- could not be.
create table passage (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  from_version_id bigint not null,
  to_version_id bigint not null,
  total bigint not null,
  moved bigint not null default 0,
  asked_by bigint not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_version_id) references circuit_version (tenant_id, id),
  foreign key (tenant_id, to_version_id) references circuit_version (tenant_id, id),
  foreign key (tenant_id, asked_by) references agent (tenant_id, id)
);
create unique index passage_running on passage (tenant_id, from_version_id) where done_at is null;
create table passage_state (
  tenant_id integer not null default current_tenant() references tenant,
  passage_id bigint not null,
  from_state varchar(40) not null,
  to_state varchar(40) not null,
  primary key (tenant_id, passage_id, from_state),
  foreign key (tenant_id, passage_id) references passage (tenant_id, id) on delete cascade
);
create table passage_left (
  tenant_id integer not null default current_tenant() references tenant,
  passage_id bigint not null,
  correspondence_id bigint not null,
  reason varchar(20) not null,
  primary key (tenant_id, passage_id, correspondence_id),
  foreign key (tenant_id, passage_id) references passage (tenant_id, id) on delete cascade,
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);
create index correspondence_circuit on correspondence (tenant_id, circuit_version_id, state, id);

do $$
declare t text;
begin
  foreach t in array array['passage', 'passage_state', 'passage_left']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
