-- API4: how much a machine account may call and from where, and the journal of its calls.
alter table api_client add column calls_per_minute integer not null default 600;
-- Networks (CIDR) it may call from, one a line; from anywhere when null.
alter table api_client add column networks varchar(1000);

-- The last calls, one by one; those refused for their number are only counted.
create table api_call (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  client_id bigint not null,
  at timestamptz not null,
  method varchar(8) not null,
  route varchar(120) not null,
  status integer not null,
  -- Of the problem it was answered.
  code varchar(80),
  millis integer not null,
  address varchar(45) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);
create index api_call_of on api_call (tenant_id, client_id, id desc);
create index api_call_at on api_call (tenant_id, at);

-- All of them, counted by the hour.
create table api_call_hour (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  hour timestamptz not null,
  -- With its method.
  route varchar(140) not null,
  status integer not null,
  calls bigint not null,
  millis bigint not null,
  slowest integer not null,
  primary key (tenant_id, client_id, hour, route, status),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);
create index api_call_hour_at on api_call_hour (tenant_id, hour);

do $$
declare t text;
begin
  foreach t in array array['api_call', 'api_call_hour']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
