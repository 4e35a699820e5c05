-- API3, LUTECE: what people asked elsewhere, and what they were told of it, by the application that follows it.
create table demand (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  client_id bigint not null,
  demand_id varchar(100) not null,
  type_id varchar(50) not null,
  subtype_id varchar(50),
  reference varchar(200),
  -- The application's own, or a generic one: 10, 14 and 15 are final.
  status_id integer not null,
  max_step integer,
  current_step integer,
  customer_id varchar(100),
  connection_id varchar(100),
  email varchar(190),
  -- The only contact of the town with that address; null for none or several.
  contact_id bigint,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, client_id, type_id, demand_id),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete set null (contact_id)
);
create index demand_customer on demand (tenant_id, client_id, customer_id);
create index demand_contact on demand (tenant_id, contact_id) where contact_id is not null;

create table demand_notification (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  demand_row_id bigint not null,
  told_at timestamptz not null,
  channel varchar(12) not null,
  status_text varchar(400),
  subject varchar(400),
  message varchar(20000),
  sender varchar(200),
  primary key (tenant_id, id),
  -- Told again, it is told once.
  unique (tenant_id, demand_row_id, told_at, channel),
  foreign key (tenant_id, demand_row_id) references demand (tenant_id, id) on delete cascade
);

create table demand_type (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  type_id varchar(50) not null,
  label varchar(200) not null,
  url varchar(400),
  app_code varchar(100),
  category varchar(100),
  primary key (tenant_id, client_id, type_id),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['demand', 'demand_notification', 'demand_type']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
