-- QUA3: the delays a type had for what was received before a day; those of document_type hold from the last such day on.
create table document_type_past (
  tenant_id integer not null default current_tenant() references tenant,
  type_id bigint not null,
  until date not null,
  process_delay_days integer,
  process_delay_worked boolean not null,
  regime varchar(4) not null,
  legal_delay varchar(20),
  primary key (tenant_id, type_id, until),
  foreign key (tenant_id, type_id) references document_type (tenant_id, id)
);

do $$
begin
  alter table document_type_past enable row level security;
  create policy tenant_wall on document_type_past using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on document_type_past to vaguemestre_app;
end $$;
