-- API3, Publik: the key a portal and the town share. It signs and checks addresses, so it is sealed, not hashed.
create table publik_key (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  -- How the portal names itself in what it signs.
  orig varchar(190) not null,
  key_id char(16) not null,
  sealed bytea not null,
  -- Where the portal is called back, and nowhere else; null for never.
  portal_url varchar(400),
  kept_at timestamptz not null,
  primary key (tenant_id, client_id),
  unique (tenant_id, orig),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);
-- The town is not known before the key is.
create index publik_key_orig on publik_key (orig);

-- What a signed address spent, whichever node it called; forgotten once its window is long past.
create table publik_nonce (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  nonce varchar(128) not null,
  spent_at timestamptz not null,
  primary key (tenant_id, client_id, nonce),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);
create index publik_nonce_spent on publik_nonce (spent_at);

-- The portal's form behind a submission: where its workflow waits for the decision.
create table publik_form (
  tenant_id integer not null default current_tenant() references tenant,
  submission_id bigint not null,
  form_url varchar(1000) not null,
  trigger_name varchar(60) not null,
  primary key (tenant_id, submission_id),
  foreign key (tenant_id, submission_id) references submission (tenant_id, id) on delete cascade
);

-- Each time the portal is to be told, and what became of it.
create table publik_call (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  submission_id bigint not null,
  decided_at timestamptz not null,
  status varchar(10) not null,
  reason varchar(400),
  done_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, submission_id) references publik_form (tenant_id, submission_id) on delete cascade
);
create index publik_call_form on publik_call (tenant_id, submission_id);

do $$
declare t text;
begin
  foreach t in array array['publik_key', 'publik_nonce', 'publik_form', 'publik_call']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
