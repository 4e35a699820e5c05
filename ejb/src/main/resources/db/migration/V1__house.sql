-- The house: every row of a town carries tenant_id, every key between rows carries it too, and row-level security
-- shows the application role only the rows of the town set on the transaction.

create sequence row_id increment by 50 start with 1000;

create table tenant (
  id integer primary key,
  code varchar(20) not null unique,
  name varchar(120) not null,
  host_name varchar(190) unique,
  time_zone varchar(40) not null default 'Europe/Paris',
  address varchar(400),
  email varchar(190),
  phone varchar(40),
  colour varchar(7),
  active boolean not null default true,
  organisation_epoch bigint not null default 0
);

create function current_tenant() returns integer language sql stable
  as $$ select nullif(current_setting('app.tenant', true), '')::integer $$;

create table unit (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(160) not null,
  short_label varchar(60) not null,
  kind varchar(20) not null,
  parent_id bigint,
  email varchar(190),
  phone varchar(40),
  address varchar(400),
  closed_on date,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references unit (tenant_id, id)
);
create index unit_parent on unit (tenant_id, parent_id);

create table agent (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  login varchar(60) not null,
  first_name varchar(80) not null,
  last_name varchar(80) not null,
  civility varchar(20),
  job_title varchar(160),
  email varchar(190),
  phone varchar(40),
  password_hash varchar(400),
  credential_version integer not null default 0,
  active boolean not null default true,
  machine boolean not null default false,
  griffe_sha256 char(64),
  primary key (tenant_id, id),
  unique (tenant_id, login)
);
create index agent_login on agent (login);

create table post (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  unit_id bigint not null,
  function varchar(30) not null,
  main boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, agent_id, unit_id, function),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index post_unit on post (tenant_id, unit_id);
create unique index post_main on post (tenant_id, agent_id) where main;

-- Who is put in copy of what goes to a unit, and to whom there it goes first.
create table distribution (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  unit_id bigint not null,
  role varchar(20) not null,
  agent_id bigint,
  copy_unit_id bigint,
  primary key (tenant_id, id),
  check ((agent_id is null) <> (copy_unit_id is null)),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, copy_unit_id) references unit (tenant_id, id)
);
create index distribution_unit on distribution (tenant_id, unit_id);

create table privilege_group (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(120) not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create table privilege_group_right (
  tenant_id integer not null default current_tenant() references tenant,
  group_id bigint not null,
  granted varchar(40) not null,
  primary key (tenant_id, group_id, granted),
  foreign key (tenant_id, group_id) references privilege_group (tenant_id, id) on delete cascade
);
create table agent_group (
  tenant_id integer not null default current_tenant() references tenant,
  agent_id bigint not null,
  group_id bigint not null,
  primary key (tenant_id, agent_id, group_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, group_id) references privilege_group (tenant_id, id)
);

create table login_failure (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint generated always as identity,
  login varchar(60) not null,
  address varchar(64) not null,
  failed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index login_failure_login on login_failure (tenant_id, login, failed_at);
create index login_failure_address on login_failure (tenant_id, address, failed_at);

create table access_token (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  sha256 char(64) not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (sha256),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);

create table priority (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(80) not null,
  colour varchar(7) not null,
  days integer not null check (days > 0),
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table document_type (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(160) not null,
  domain varchar(120) not null,
  family varchar(120) not null,
  process_delay_days integer check (process_delay_days > 0),
  regime varchar(4) not null default 'NONE',
  legal_delay varchar(20),
  reminder_before_days integer,
  reminder_after_days integer,
  retention varchar(20),
  final_disposition varchar(10),
  default_unit_id bigint,
  active boolean not null default true,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, default_unit_id) references unit (tenant_id, id)
);

create table contact (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  kind varchar(20) not null,
  civility varchar(20),
  last_name varchar(120),
  first_name varchar(120),
  company varchar(200),
  email varchar(190),
  phone varchar(40),
  street varchar(200),
  complement varchar(200),
  postcode varchar(10),
  city varchar(120),
  search_key varchar(600) not null,
  primary key (tenant_id, id)
);
create index contact_search on contact (tenant_id, search_key text_pattern_ops);
create index contact_email on contact (tenant_id, lower(email));

create table circuit (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(120) not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create table circuit_version (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  circuit_id bigint not null,
  number integer not null,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, circuit_id, number),
  foreign key (tenant_id, circuit_id) references circuit (tenant_id, id)
);
create table circuit_state (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  circuit_version_id bigint not null,
  code varchar(40) not null,
  label varchar(120) not null,
  citizen_label varchar(120) not null,
  tone varchar(10) not null,
  initial boolean not null,
  closed boolean not null,
  in_circuit boolean not null,
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, circuit_version_id, code),
  foreign key (tenant_id, circuit_version_id) references circuit_version (tenant_id, id)
);
create table circuit_transition (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  circuit_version_id bigint not null,
  action varchar(40) not null,
  from_state varchar(40) not null,
  to_state varchar(40) not null,
  granted varchar(40),
  who varchar(30) not null,
  condition varchar(40) not null,
  label varchar(120) not null,
  prominence varchar(10) not null,
  position integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, circuit_version_id) references circuit_version (tenant_id, id)
);
create index circuit_transition_version on circuit_transition (tenant_id, circuit_version_id);

create table correspondence (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  chrono varchar(60),
  category varchar(10) not null,
  channel varchar(10) not null,
  subject varchar(400) not null,
  type_id bigint not null,
  priority_id bigint not null,
  sender_id bigint,
  unit_id bigint not null,
  assignee_id bigint,
  registrant_id bigint not null,
  circuit_version_id bigint not null,
  state varchar(40) not null,
  state_since timestamptz not null,
  closed boolean not null default false,
  document_date date,
  postmark_date date,
  arrival_date date not null,
  registered_at timestamptz not null,
  deadline date,
  confidential boolean not null,
  sensitive boolean not null,
  external_id varchar(120),
  primary key (tenant_id, id),
  unique (tenant_id, chrono),
  unique (tenant_id, external_id),
  foreign key (tenant_id, type_id) references document_type (tenant_id, id),
  foreign key (tenant_id, priority_id) references priority (tenant_id, id),
  foreign key (tenant_id, sender_id) references contact (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, assignee_id) references agent (tenant_id, id),
  foreign key (tenant_id, registrant_id) references agent (tenant_id, id),
  foreign key (tenant_id, circuit_version_id) references circuit_version (tenant_id, id)
);
create index correspondence_unit on correspondence (tenant_id, unit_id, state, deadline, id) where not closed;
create index correspondence_assignee on correspondence (tenant_id, assignee_id, deadline, id) where not closed;
create index correspondence_sender on correspondence (tenant_id, sender_id);
create index correspondence_deadline on correspondence (tenant_id, deadline, id) where not closed;

create table correspondence_audience (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  token varchar(40) not null,
  primary key (tenant_id, correspondence_id, token),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);
create index correspondence_audience_token on correspondence_audience (tenant_id, token, correspondence_id);

create table correspondence_participant (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  role varchar(20) not null,
  agent_id bigint,
  unit_id bigint,
  check ((agent_id is null) <> (unit_id is null)),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index correspondence_participant_letter on correspondence_participant (tenant_id, correspondence_id);
create index correspondence_participant_agent on correspondence_participant (tenant_id, agent_id, role);
create index correspondence_participant_unit on correspondence_participant (tenant_id, unit_id, role);

create table note (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  author_id bigint not null,
  for_agent_id bigint,
  written_at timestamptz not null,
  body varchar(4000) not null,
  unit_id bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references agent (tenant_id, id),
  foreign key (tenant_id, for_agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index note_letter on note (tenant_id, correspondence_id);

create table document (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  role varchar(20) not null,
  name varchar(255) not null,
  media_type varchar(120) not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  position integer not null,
  extraction varchar(12) not null,
  extraction_reason varchar(80),
  pages integer,
  pages_read integer,
  rendition_sha256 char(64),
  thumbnail_sha256 char(64),
  added_at timestamptz not null,
  added_by bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, added_by) references agent (tenant_id, id)
);
create index document_letter on document (tenant_id, correspondence_id);
create index document_extraction on document (tenant_id, extraction) where extraction in ('PENDING', 'FAILED');

create table document_text (
  tenant_id integer not null default current_tenant() references tenant,
  document_id bigint not null,
  body text not null,
  primary key (tenant_id, document_id),
  foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);

-- A file dropped on the registration screen and not yet saved as a letter; read ahead so that its text and thumbnail
-- come while the clerk types. Kept a week so that nothing dropped is lost with a session.
create table upload (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  name varchar(255) not null,
  media_type varchar(120) not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  extraction varchar(12) not null,
  extraction_reason varchar(80),
  pages integer,
  pages_read integer,
  rendition_sha256 char(64),
  thumbnail_sha256 char(64),
  body text,
  uploaded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);
create index upload_agent on upload (tenant_id, agent_id, id);

create table contribution (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  asked_by bigint not null,
  asked_of_agent_id bigint,
  asked_of_unit_id bigint,
  asked_at timestamptz not null,
  due_on date,
  question varchar(2000) not null,
  answer varchar(8000),
  answered_by bigint,
  answered_at timestamptz,
  withdrawn boolean not null default false,
  primary key (tenant_id, id),
  check ((asked_of_agent_id is null) <> (asked_of_unit_id is null)),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references agent (tenant_id, id),
  foreign key (tenant_id, asked_of_agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, asked_of_unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, answered_by) references agent (tenant_id, id)
);
create index contribution_letter on contribution (tenant_id, correspondence_id);
create index contribution_agent on contribution (tenant_id, asked_of_agent_id) where answered_at is null and not withdrawn;
create index contribution_unit on contribution (tenant_id, asked_of_unit_id) where answered_at is null and not withdrawn;

create table reply_template (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(160) not null,
  media_type varchar(120) not null,
  file_name varchar(255) not null,
  sha256 char(64) not null,
  unit_id bigint,
  active boolean not null default true,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);

create table reply (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  template_id bigint,
  author_id bigint not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, template_id) references reply_template (tenant_id, id),
  foreign key (tenant_id, author_id) references agent (tenant_id, id)
);
create table reply_version (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  reply_id bigint not null,
  number integer not null,
  author_id bigint not null,
  created_at timestamptz not null,
  file_name varchar(255) not null,
  media_type varchar(120) not null,
  sha256 char(64) not null,
  size_bytes bigint not null,
  conversion varchar(12) not null,
  conversion_reason varchar(400),
  pdf_sha256 char(64),
  signed_sha256 char(64),
  body text,
  primary key (tenant_id, id),
  unique (tenant_id, reply_id, number),
  foreign key (tenant_id, reply_id) references reply (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references agent (tenant_id, id)
);

create table approval_step (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  round integer not null,
  position integer not null,
  kind varchar(10) not null,
  agent_id bigint not null,
  status varchar(10) not null,
  began_at timestamptz,
  ended_at timestamptz,
  ended_by bigint,
  comment varchar(2000),
  primary key (tenant_id, id),
  unique (tenant_id, correspondence_id, round, position),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id),
  foreign key (tenant_id, ended_by) references agent (tenant_id, id)
);
create index approval_step_current on approval_step (tenant_id, agent_id, kind) where status = 'CURRENT';
create unique index approval_step_one_current on approval_step (tenant_id, correspondence_id) where status = 'CURRENT';

create table signature_proof (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  reply_version_id bigint not null,
  step_id bigint not null,
  kind varchar(20) not null,
  signer_id bigint not null,
  for_agent_id bigint,
  signed_at timestamptz not null,
  address varchar(64),
  user_agent varchar(300),
  seen_sha256 char(64) not null,
  griffe_sha256 char(64),
  signed_sha256 char(64) not null,
  primary key (tenant_id, id),
  unique (tenant_id, reply_version_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, reply_version_id) references reply_version (tenant_id, id),
  foreign key (tenant_id, step_id) references approval_step (tenant_id, id),
  foreign key (tenant_id, signer_id) references agent (tenant_id, id)
);

create table sending (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  reply_version_id bigint not null,
  means varchar(10) not null,
  recipient varchar(300) not null,
  subject varchar(400),
  body varchar(8000),
  message_id varchar(200) not null,
  status varchar(10) not null,
  reason varchar(400),
  registered_number varchar(60),
  asked_by bigint not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, message_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, reply_version_id) references reply_version (tenant_id, id),
  foreign key (tenant_id, asked_by) references agent (tenant_id, id)
);
create index sending_letter on sending (tenant_id, correspondence_id);

create table basket (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  code varchar(40) not null,
  label varchar(80) not null,
  section varchar(20) not null,
  rule varchar(2000) not null,
  position integer not null,
  granted varchar(40),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table chrono_counter (
  tenant_id integer not null default current_tenant() references tenant,
  rule varchar(60) not null,
  year integer not null,
  value bigint not null,
  primary key (tenant_id, rule, year)
);

create table idempotency_key (
  tenant_id integer not null default current_tenant() references tenant,
  client varchar(60) not null,
  key varchar(200) not null,
  request_sha256 char(64) not null,
  correspondence_id bigint not null,
  created_at timestamptz not null,
  primary key (tenant_id, client, key),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

create table intention (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  kind varchar(40) not null,
  lane varchar(10) not null,
  subject_id bigint not null,
  status varchar(10) not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  claimed_by varchar(60),
  claimed_until timestamptz,
  last_error varchar(1000),
  primary key (tenant_id, id)
);
create index intention_due on intention (lane, due_at, id) where status = 'READY';
create index intention_subject on intention (tenant_id, lane, subject_id, id) where status in ('READY', 'RUNNING');
create index intention_dead on intention (tenant_id, id) where status = 'DEAD';

-- What the search index must read again. A row leaves only after the index commit that holds its letter, so a crash
-- replays it; rows of one letter collapse into one write.
create table index_queue (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint generated always as identity,
  correspondence_id bigint not null,
  queued_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table journal_entry (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  at timestamptz not null,
  actor_id bigint not null,
  for_agent_id bigint,
  correspondence_id bigint,
  action varchar(40) not null,
  state_before varchar(40),
  state_after varchar(40),
  facts varchar(2000) not null,
  primary key (tenant_id, id)
);
create index journal_entry_letter on journal_entry (tenant_id, correspondence_id, id);

-- Entries not linked into the chain yet.
create table journal_unsealed (
  tenant_id integer not null default current_tenant() references tenant,
  entry_id bigint not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);

-- Words that may name a person: erasable without breaking the chain, which covers journal_entry only.
create table journal_words (
  tenant_id integer not null default current_tenant() references tenant,
  entry_id bigint not null,
  words varchar(4000) not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);

create table journal_seal (
  tenant_id integer not null default current_tenant() references tenant,
  number bigint not null,
  entry_id bigint not null,
  hash char(64) not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, number),
  unique (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);

-- The second tenant wall, on every table that has a tenant_id. Enabled, not forced: the owner is the platform.
do $$
declare t text;
begin
  for t in select table_name from information_schema.columns
           where table_schema = current_schema() and column_name = 'tenant_id'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
grant select on tenant to vaguemestre_app;
grant update (organisation_epoch) on tenant to vaguemestre_app;
grant usage on sequence row_id to vaguemestre_app;
-- Append-only for the application: an entry is never changed nor removed, seals are the owner's.
revoke update, delete on journal_entry from vaguemestre_app;
revoke update, delete on journal_unsealed from vaguemestre_app;
revoke insert, update, delete on journal_seal from vaguemestre_app;
