-- REP2: texts an agent puts into a draft, of one unit and those below it, or of the whole town.
create table standard_answer (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  unit_id bigint,
  title varchar(160) not null,
  keywords varchar(400) not null,
  body varchar(10000) not null,
  active boolean not null,
  search_key text generated always as (fold(title || ' ' || keywords || ' ' || body)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index standard_answer_title on standard_answer (tenant_id, coalesce(unit_id, 0), lower(title));

do $$
begin
  alter table standard_answer enable row level security;
  create policy tenant_wall on standard_answer using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on standard_answer to vaguemestre_app;
end $$;
