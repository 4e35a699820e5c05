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
