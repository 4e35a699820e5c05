-- R112-11-3: where acknowledgements of this letter go, as an agent noted it, in the place of what the person gave.
create table answer_address (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  email varchar(190) not null,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

do $$
begin
  alter table answer_address enable row level security;
  create policy tenant_wall on answer_address using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on answer_address to vaguemestre_app;
end $$;
