-- ORG7: the instance's first town is the platform's own; the right to administer the platform holds there only.
alter table tenant add column platform boolean not null default false;
update tenant set platform = true where id = (select min(id) from tenant);
create unique index tenant_of_the_platform on tenant (platform) where platform;
delete from privilege_group_right r
 where r.granted = 'ADMIN_PLATFORM' and not exists (select 1 from tenant t where t.id = r.tenant_id and t.platform);

-- When everything a town starts with was there; null while it is being founded: nobody gets in before.
alter table tenant add column founded_at timestamptz;
update tenant set founded_at = now();

-- O20: whom a town's agents turn to, for the use (FUNCTIONAL) and for the machine (TECHNICAL).
create table help_contact (
  tenant_id integer not null default current_tenant() references tenant,
  kind varchar(20) not null,
  name varchar(120) not null,
  email varchar(190),
  phone varchar(40),
  words varchar(1000),
  primary key (tenant_id, kind)
);
alter table help_contact enable row level security;
create policy tenant_wall on help_contact using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on help_contact to vaguemestre_app;
