-- API1: where a machine account wants to be told what becomes of what it brought. Its secret is derived, never kept: only its
-- number is.
create table webhook (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  client_id bigint not null,
  address varchar(500) not null,
  active boolean not null,
  -- What happened before is not told.
  since timestamptz not null,
  secret_number integer not null,
  -- The secret before this one signs too for a day from here.
  rotated_at timestamptz,
  -- Calls that failed one after the other, since when, and until when it is left in peace.
  failures integer not null default 0,
  failing_since timestamptz,
  resting_until timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, client_id),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);

create table webhook_event (
  tenant_id integer not null default current_tenant() references tenant,
  webhook_id bigint not null,
  event varchar(20) not null,
  primary key (tenant_id, webhook_id, event),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade
);

-- What is to be told, and what became of it; entry_id is the journal's, none for a test.
create table webhook_delivery (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  webhook_id bigint not null,
  event varchar(20) not null,
  entry_id bigint,
  submission_id bigint,
  body varchar(4000) not null,
  status varchar(10) not null,
  made_at timestamptz not null,
  -- Made, or replayed: it is tried for three days from here.
  asked_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_at timestamptz,
  last_status integer,
  last_fault varchar(20),
  last_millis integer,
  primary key (tenant_id, id),
  unique (tenant_id, webhook_id, entry_id, event),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade,
  foreign key (tenant_id, submission_id) references submission (tenant_id, id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (tenant_id, due_at) where status = 'WAITING';
create index webhook_delivery_queued on webhook_delivery (tenant_id, webhook_id) where status = 'QUEUED';
create index webhook_delivery_submission on webhook_delivery (tenant_id, submission_id);
create index webhook_delivery_done on webhook_delivery (tenant_id, made_at) where status in ('DELIVERED', 'LOST');

-- How far the journal has been told.
create table webhook_place (
  tenant_id integer not null default current_tenant() references tenant,
  number bigint not null,
  primary key (tenant_id)
);

do $$
declare t text;
begin
  foreach t in array array['webhook', 'webhook_event', 'webhook_delivery', 'webhook_place']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
