-- O2: a dropped file that a unit received directly and forwards to the mail office; given back with words when it is not
-- to be registered. Null forwarded_at: a file its agent keeps for themselves.
alter table upload add column forwarded_at timestamptz;
alter table upload add column forwarded_unit_id bigint;
alter table upload add column forwarded_words varchar(400);
alter table upload add column received_on date;
alter table upload add column given_back varchar(400);
alter table upload add foreign key (tenant_id, forwarded_unit_id) references unit (tenant_id, id);
create index upload_forwarded on upload (tenant_id, forwarded_at) where forwarded_at is not null;

-- O2: where a registered letter was received first, by whom, and what they said of it.
create table letter_origin (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  unit_id bigint not null,
  agent_id bigint not null,
  words varchar(400),
  received_on date not null,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);
create index letter_origin_agent on letter_origin (tenant_id, agent_id, correspondence_id);

-- O21: an address whose e-mails go straight into a unit's basket.
create table generic_mailbox (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  address varchar(190) not null check (address = lower(address)),
  label varchar(120) not null,
  unit_id bigint not null,
  active boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, address),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index generic_mailbox_unit on generic_mailbox (tenant_id, unit_id);

do $$
declare t text;
begin
  foreach t in array array['letter_origin', 'generic_mailbox']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
