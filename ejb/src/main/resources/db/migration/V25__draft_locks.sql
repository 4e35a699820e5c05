-- REP2: a draft edited in place over WebDAV. A token opens one letter's folder to one agent; the folder holds the draft (a
-- version of the reply, not a row here) and what the word processor puts beside it for a while.
alter table access_token add column correspondence_id bigint;
alter table access_token add foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade;

-- A collection has no sha256.
create table draft_entry (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  path varchar(500) not null,
  sha256 char(64),
  size_bytes bigint not null,
  created_at timestamptz not null,
  modified_at timestamptz not null,
  primary key (tenant_id, correspondence_id, path),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

create table draft_property (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  path varchar(500) not null,
  namespace varchar(300) not null,
  name varchar(200) not null,
  value varchar(8000) not null,
  primary key (tenant_id, correspondence_id, path, namespace, name),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

-- It has ended at ends_at unless renewed. The version is the one written under it, at that version of the letter.
create table draft_lock (
  tenant_id integer not null default current_tenant() references tenant,
  token varchar(60) not null,
  correspondence_id bigint not null,
  path varchar(500) not null,
  agent_id bigint not null,
  shared boolean not null,
  deep boolean not null,
  on_draft boolean not null,
  owner varchar(2000) not null,
  since timestamptz not null,
  ends_at timestamptz not null,
  reply_version_id bigint,
  letter_version bigint,
  primary key (tenant_id, token),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, reply_version_id) references reply_version (tenant_id, id)
);
create index draft_lock_letter on draft_lock (tenant_id, correspondence_id);

do $$
declare t text;
begin
  foreach t in array array['draft_entry', 'draft_property', 'draft_lock']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
