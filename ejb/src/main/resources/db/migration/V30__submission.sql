-- API4: machine accounts. Each acts under the name of an agent without post nor group, who sees no letter.
create table api_client (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  label varchar(80) not null,
  secret_hash varchar(400) not null,
  -- Whose basket receives what it brings.
  unit_id bigint not null,
  -- The types it may send are those of this unit and below; of the whole town when null.
  perimeter_unit_id bigint,
  expires_at timestamptz,
  active boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, agent_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, perimeter_unit_id) references unit (tenant_id, id)
);
create index api_client_unit on api_client (tenant_id, unit_id);

create table api_client_scope (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  scope varchar(20) not null,
  primary key (tenant_id, client_id, scope),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);

-- Without a row, every type of its perimeter.
create table api_client_type (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  type_id bigint not null,
  primary key (tenant_id, client_id, type_id),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade,
  foreign key (tenant_id, type_id) references document_type (tenant_id, id)
);

-- API1: what a portal sent.
create table submission (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  client_id bigint not null,
  correspondence_id bigint not null,
  idempotency_key varchar(200),
  request_sha256 char(64) not null,
  tracking_code varchar(20) not null,
  received_at timestamptz not null,
  -- R112-9-1: SIREN, SIRET or RNA of a company or an association.
  registry_number varchar(14),
  -- The form's answers, as a JSON object of texts.
  answers text not null,
  -- R112-11-3: where acknowledgements go when it is not the sender's own address.
  reply_to varchar(190),
  withdrawn_at timestamptz,
  withdrawal_words varchar(2000),
  primary key (tenant_id, id),
  unique (tenant_id, correspondence_id),
  unique (tenant_id, client_id, idempotency_key),
  unique (tenant_id, tracking_code),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

-- What was added later.
create table submission_addition (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  submission_id bigint not null,
  kind varchar(10) not null,
  idempotency_key varchar(200),
  request_sha256 char(64) not null,
  words varchar(20000),
  received_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, submission_id, idempotency_key),
  foreign key (tenant_id, submission_id) references submission (tenant_id, id) on delete cascade
);

-- The files as they were sent, by the address of their bytes; of an addition, or of the submission itself.
create table submission_file (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  submission_id bigint not null,
  addition_id bigint,
  position integer not null,
  name varchar(255) not null,
  media_type varchar(120) not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, submission_id) references submission (tenant_id, id) on delete cascade,
  foreign key (tenant_id, addition_id) references submission_addition (tenant_id, id) on delete cascade
);
create index submission_file_of on submission_file (tenant_id, submission_id, addition_id, position);

do $$
declare t text;
begin
  foreach t in array array['api_client', 'api_client_scope', 'api_client_type', 'submission', 'submission_addition', 'submission_file']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
