-- BAT1: what runs by the clock. A town's own hours; without a row, those of the job itself.
create table job_schedule (
  tenant_id integer not null default current_tenant() references tenant,
  job varchar(40) not null,
  -- In the town's time zone.
  at_time time not null,
  -- Names of days between commas.
  days varchar(80) not null,
  active boolean not null,
  set_by bigint not null,
  set_at timestamptz not null,
  primary key (tenant_id, job),
  foreign key (tenant_id, set_by) references agent (tenant_id, id)
);

-- Since when this installation's clock knows a job. Of the whole installation, not of a town.
create table job_clock (
  job varchar(40) primary key,
  since timestamptz not null
);

-- The ledger: one row a run. planned_at for one that the clock started, asked_by for one that somebody did.
create table job_run (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  job varchar(40) not null,
  state varchar(10) not null,
  planned_at timestamptz,
  asked_by bigint,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- Somebody wants it stopped.
  stopping boolean not null default false,
  -- Who carries it out, until when unless renewed; the number the server's job repository gave it.
  node varchar(60),
  claimed_until timestamptz,
  execution_id bigint,
  failure varchar(1000),
  primary key (tenant_id, id),
  unique (tenant_id, job, planned_at),
  check (state in ('WANTED', 'RUNNING', 'STOPPED', 'FAILED', 'DONE')),
  foreign key (tenant_id, asked_by) references agent (tenant_id, id)
);
-- Two schedulers, two people, two nodes: one run of a job of a town at a time.
create unique index job_run_under_way on job_run (tenant_id, job) where state in ('WANTED', 'RUNNING');
create index job_run_wanted on job_run (asked_at, id) where state = 'WANTED';
create index job_run_claimed on job_run (claimed_until) where state = 'RUNNING';
create index job_run_latest on job_run (tenant_id, job, id);

-- How far each step is. place is the key of the last item carried out, written in the transaction that carried it out.
create table job_step (
  tenant_id integer not null default current_tenant() references tenant,
  run_id bigint not null,
  step varchar(40) not null,
  total bigint not null,
  done bigint not null default 0,
  skipped bigint not null default 0,
  found bigint not null default 0,
  place varchar(600),
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, run_id, step),
  foreign key (tenant_id, run_id) references job_run (tenant_id, id) on delete cascade
);

-- Items that were skipped (SKIPPED, why in words) and what was found (FOUND, why as a message key).
create table job_note (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint generated always as identity,
  run_id bigint not null,
  step varchar(40) not null,
  kind varchar(10) not null,
  item varchar(600) not null,
  reason varchar(1000) not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references job_run (tenant_id, id) on delete cascade
);
create index job_note_run on job_note (tenant_id, run_id, id);

-- CIR8: how a town's journal stood, once a day; exported as a signed file to be kept elsewhere.
create table journal_anchor (
  tenant_id integer not null default current_tenant() references tenant,
  day date not null,
  number bigint not null,
  hash char(64) not null,
  anchored_at timestamptz not null,
  primary key (tenant_id, day)
);

do $$
declare t text;
begin
  foreach t in array array['job_schedule', 'job_run', 'job_step', 'job_note', 'journal_anchor']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
revoke update, delete on journal_anchor from vaguemestre_app;
