-- DEL2: decisions that silence took, recorded once for each day on which one was born.
create table tacit_decision (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  decided_on date not null,
  regime varchar(4) not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, correspondence_id, decided_on),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

do $$
begin
  alter table tacit_decision enable row level security;
  create policy tenant_wall on tacit_decision using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on tacit_decision to vaguemestre_app;
end $$;
