-- API3, Maarch: letters that another tool registered under its machine account, which reads these and no other.
create table deposit (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  client_id bigint not null,
  -- The tool's own name of the letter; the same again brings no second one.
  external_name varchar(60),
  external_id varchar(120),
  -- Fields of the tool's own, as a JSON object, given back as they came.
  custom_fields text not null,
  primary key (tenant_id, correspondence_id),
  unique (tenant_id, client_id, external_name, external_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, client_id) references api_client (tenant_id, id)
);
create index deposit_client on deposit (tenant_id, client_id, correspondence_id);

-- The contacts that a tool named: of others it learns nothing, of those it did not bring no more than it said.
create table deposit_contact (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  contact_id bigint not null,
  brought boolean not null,
  primary key (tenant_id, client_id, contact_id),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['deposit', 'deposit_contact']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
