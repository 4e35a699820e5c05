-- DEL1: the days on which a town works. Without a row, the public holidays of the mainland.
create table town_calendar (
  tenant_id integer not null default current_tenant() references tenant,
  territory varchar(20) not null,
  good_friday boolean not null check (not good_friday or territory = 'ALSACE_MOSELLE'),
  primary key (tenant_id)
);

-- Its own closing days, besides public holidays; yearly: every year from that one on.
create table closing_day (
  tenant_id integer not null default current_tenant() references tenant,
  day date not null,
  label varchar(120) not null,
  yearly boolean not null,
  primary key (tenant_id, day)
);

do $$
declare t text;
begin
  foreach t in array array['town_calendar', 'closing_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
