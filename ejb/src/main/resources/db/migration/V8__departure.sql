-- ORG7: exports and deletions of towns. Rows of the platform's own town, so they outlive the town they speak of.
alter table tenant add column leaving_since timestamptz;

create table town_job (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  kind varchar(10) not null,
  town_id integer not null,
  town_code varchar(20) not null,
  town_name varchar(120) not null,
  asked_by bigint not null,
  asked_at timestamptz not null,
  -- The town's journal as it ended; files and bytes of its content, counted before they go.
  seals bigint,
  last_seal char(64),
  files bigint,
  bytes bigint,
  done_at timestamptz,
  -- Of the archive, or of the attestation.
  sha256 char(64),
  size_bytes bigint,
  attestation text,
  primary key (tenant_id, id),
  foreign key (tenant_id, asked_by) references agent (tenant_id, id)
);
create index town_job_town on town_job (town_id);

create table town_job_count (
  tenant_id integer not null default current_tenant() references tenant,
  job_id bigint not null,
  what varchar(63) not null,
  quantity bigint not null,
  primary key (tenant_id, job_id, what),
  foreign key (tenant_id, job_id) references town_job (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['town_job', 'town_job_count']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
