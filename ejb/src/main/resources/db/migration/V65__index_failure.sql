-- Letters that could not be indexed alone: with their words but not their texts, or not at all. The reason names what was
-- thrown, never what a letter says. No foreign key, like the queue: the index lags behind the letters.
create table index_failure (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  without_text boolean not null,
  reason varchar(120) not null,
  failed_at timestamptz not null default now(),
  primary key (tenant_id, correspondence_id)
);
alter table index_failure enable row level security;
create policy tenant_wall on index_failure using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on index_failure to vaguemestre_app;
