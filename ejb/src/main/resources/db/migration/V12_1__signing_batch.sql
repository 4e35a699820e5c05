-- SIG2: letters that a signer had signed at once, each as of the version and the PDF that were seen; signed one by one by a
-- worker, each in the transaction that says so here. A letter may be gone since: correspondence_id is no key.
create table batch_signature (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  batch bigint not null,
  position integer not null,
  agent_id bigint not null,
  asked_at timestamptz not null,
  address varchar(64),
  user_agent varchar(300),
  correspondence_id bigint not null,
  seen_version bigint not null,
  seen_sha256 char(64),
  status varchar(10) not null,
  placement varchar(20),
  refused_kind varchar(20),
  refused_key varchar(80),
  refused_words varchar(400),
  primary key (tenant_id, id),
  unique (tenant_id, batch, position),
  unique (tenant_id, batch, correspondence_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['batch_signature']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
