-- REP4: one signed reply to many recipients. What a version was merged from is kept, so that each recipient's document is the
-- signed one with their name and address in it.
create table reply_source (
  tenant_id integer not null default current_tenant() references tenant,
  reply_version_id bigint not null,
  -- Of the document it gave: edited since, it is no longer that.
  merged_sha256 char(64) not null,
  sha256 char(64) not null,
  media_type varchar(120) not null,
  words text not null,
  primary key (tenant_id, reply_version_id),
  foreign key (tenant_id, reply_version_id) references reply_version (tenant_id, id) on delete cascade
);
create table mailing (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  correspondence_id bigint not null,
  reply_version_id bigint not null,
  -- Of the form: sent twice, it is one mailing.
  form_key varchar(40) not null,
  means varchar(10) not null,
  subject varchar(400) not null,
  words varchar(8000) not null,
  asked_by bigint not null,
  asked_for bigint,
  asked_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, form_key),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, reply_version_id) references reply_version (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references agent (tenant_id, id),
  foreign key (tenant_id, asked_for) references agent (tenant_id, id)
);
create index mailing_letter on mailing (tenant_id, correspondence_id);
create table mailing_recipient (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  mailing_id bigint not null,
  position integer not null,
  -- One person, one letter: the e-mail, or the name and the address.
  recipient_key varchar(500) not null,
  civility varchar(20),
  last_name varchar(120),
  first_name varchar(120),
  company varchar(200),
  email varchar(190),
  street varchar(200),
  complement varchar(200),
  postcode varchar(10),
  city varchar(120),
  message_id varchar(120) not null,
  status varchar(10) not null,
  reason varchar(400),
  pdf_sha256 char(64),
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, mailing_id, position),
  unique (tenant_id, mailing_id, recipient_key),
  unique (tenant_id, message_id),
  foreign key (tenant_id, mailing_id) references mailing (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['reply_source', 'mailing', 'mailing_recipient']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
