-- Since which day of its own the decisions of silence of a town are watched: those born before are recorded and told to nobody.
create table tacit_watch (
  tenant_id integer not null default current_tenant() references tenant,
  since date not null,
  primary key (tenant_id)
);

do $$
begin
  alter table tacit_watch enable row level security;
  create policy tenant_wall on tacit_watch using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on tacit_watch to vaguemestre_app;
end $$;

-- Of the towns there are, what silence decided before today is history.
insert into tacit_watch (tenant_id, since) select t.id, cast(now() at time zone t.time_zone as date) from tenant t;
