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

-- Towns that were watched already.
insert into tacit_watch (tenant_id, since)
  select d.tenant_id, min(cast(d.recorded_at at time zone t.time_zone as date)) from tacit_decision d join tenant t on t.id = d.tenant_id group by d.tenant_id;
