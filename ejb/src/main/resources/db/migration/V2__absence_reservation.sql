-- Absences, what they share with whom, in whose place things were done; reservation of a letter while it is worked on.

create table absence (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  entered_by bigint not null,
  entered_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  check (starts_at < ends_at),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, entered_by) references agent (tenant_id, id)
);
create index absence_agent on absence (tenant_id, agent_id, ends_at) where cancelled_at is null;

create table absence_share (
  tenant_id integer not null default current_tenant() references tenant,
  absence_id bigint not null,
  basket varchar(40) not null,
  replacement_id bigint not null,
  primary key (tenant_id, absence_id, basket, replacement_id),
  foreign key (tenant_id, absence_id) references absence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, basket) references basket (tenant_id, code) on update cascade on delete cascade,
  foreign key (tenant_id, replacement_id) references agent (tenant_id, id) on delete cascade
);
create index absence_share_replacement on absence_share (tenant_id, replacement_id, basket);

alter table contribution add column answered_for bigint;
alter table contribution add foreign key (tenant_id, answered_for) references agent (tenant_id, id);
alter table sending add column asked_for bigint;
alter table sending add foreign key (tenant_id, asked_for) references agent (tenant_id, id);

-- One row a letter: whoever opened it to act. It has ended when it is not renewed in time.
create table reservation (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  agent_id bigint not null,
  since timestamptz not null,
  renewed_at timestamptz not null,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['absence', 'absence_share', 'reservation']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
