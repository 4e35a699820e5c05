-- BAT2: how long letters of a type are kept (DUA), from when on, and what becomes of them then: all three or none.
alter table document_type add column retention_start varchar(10);
-- A rule that cannot be read is not dropped: who wrote it says what it means, before this version is started again.
do $$
declare unread text;
begin
  select string_agg(format('%s / %s (%s): period "%s", disposition "%s"', n.code, t.code, t.label, coalesce(t.retention, ''), coalesce(t.final_disposition, '')),
                    E'\n' order by n.code, t.code)
    into unread from document_type t join tenant n on n.id = t.tenant_id
   where t.retention is not null and upper(trim(t.retention)) !~ '^P[1-9][0-9]{0,2}[YMD]$'
      or t.retention is null and t.final_disposition is not null
      or upper(trim(t.final_disposition)) not in ('KEEP', 'DESTROY', 'SORT');
  if unread is not null then
    raise exception E'retention rules of document types that cannot be read:\n%', unread using errcode = 'data_exception',
      hint = 'In document_type, set retention to an ISO 8601 period of one unit (P10Y, P6M, P90D) and final_disposition to KEEP, DESTROY or SORT, or both to null; then start again.';
  end if;
end $$;
update document_type set retention = upper(trim(retention)), final_disposition = coalesce(upper(trim(final_disposition)), 'SORT')
 where retention is not null;
update document_type set retention_start = 'CLOSING' where retention is not null;
alter table document_type add check (
  retention is null and retention_start is null and final_disposition is null
  or retention is not null and retention_start in ('CLOSING', 'YEAR_END') and final_disposition in ('KEEP', 'DESTROY', 'SORT'));

-- The night looks at closed letters only.
create index correspondence_closed on correspondence (tenant_id, id) where closed;

-- What a court may ask for is not destroyed, whatever its age; lifted_at ends a hold, nothing removes it.
create table litigation_hold (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  correspondence_id bigint not null,
  reason varchar(1000) not null,
  placed_by bigint not null,
  placed_at timestamptz not null,
  lifted_by bigint,
  lifted_at timestamptz,
  lift_reason varchar(1000),
  primary key (tenant_id, id),
  check ((lifted_at is null) = (lifted_by is null)),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id),
  foreign key (tenant_id, placed_by) references agent (tenant_id, id),
  foreign key (tenant_id, lifted_by) references agent (tenant_id, id)
);
create unique index litigation_hold_one on litigation_hold (tenant_id, correspondence_id) where lifted_at is null;

-- Elimination lists (DESTROY) and lists for the archives (KEEP). Kept for ever: the application may not delete one.
create table retention_list (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  number varchar(20) not null,
  kind varchar(10) not null,
  state varchar(10) not null,
  made_at timestamptz not null,
  signed_by bigint,
  signed_at timestamptz,
  -- Of the CSV as it was signed, or of the package handed to the archives.
  signed_sha256 char(64),
  attested_at timestamptz,
  attestation text,
  attestation_sha256 char(64),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  check (kind = 'DESTROY' and state in ('PROPOSED', 'SIGNED', 'ATTESTED') or kind = 'KEEP' and state in ('PROPOSED', 'EXPORTED')),
  check (state = 'PROPOSED' or signed_by is not null and signed_at is not null and signed_sha256 is not null),
  check (state <> 'ATTESTED' or attested_at is not null and attestation is not null and attestation_sha256 is not null),
  foreign key (tenant_id, signed_by) references agent (tenant_id, id)
);

-- One letter that is due, and what is told of it for ever: nothing of what it says, nobody's name.
create table retention_line (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  list_id bigint,
  state varchar(10) not null,
  -- Null while somebody has to decide.
  outcome varchar(10),
  reason varchar(1000),
  chrono varchar(60) not null,
  type_label varchar(160) not null,
  unit_label varchar(160) not null,
  arrived_on date not null,
  closed_on date not null,
  retention varchar(20) not null,
  retention_start varchar(10) not null,
  disposition varchar(10) not null,
  -- The last day on which it must be kept.
  ends_on date not null,
  documents integer not null,
  bytes bigint not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, id, correspondence_id),
  check (state in ('DUE', 'PROPOSED', 'SIGNED', 'GRANTED', 'DESTROYED', 'EXPORTED', 'REFUSED', 'WITHDRAWN')),
  check (outcome in ('KEEP', 'DESTROY')),
  check (state in ('DUE', 'WITHDRAWN') or list_id is not null),
  check (state <> 'REFUSED' or trim(reason) <> ''),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id),
  foreign key (tenant_id, list_id) references retention_list (tenant_id, id)
);
create unique index retention_line_one on retention_line (tenant_id, correspondence_id) where state not in ('REFUSED', 'WITHDRAWN');
create index retention_line_list on retention_line (tenant_id, list_id, id);
create index retention_line_letter on retention_line (tenant_id, correspondence_id);
create index retention_line_due on retention_line (tenant_id, id) where state = 'DUE';
create index retention_line_granted on retention_line (tenant_id, id) where state = 'GRANTED';

-- The visa of the departmental archives, line by line.
create table archive_visa (
  tenant_id integer not null default current_tenant() references tenant,
  line_id bigint not null,
  correspondence_id bigint not null,
  number varchar(80) not null check (trim(number) <> ''),
  granted_on date not null,
  signatory varchar(200) not null check (trim(signatory) <> ''),
  recorded_by bigint not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, line_id),
  unique (tenant_id, line_id, correspondence_id),
  foreign key (tenant_id, line_id, correspondence_id) references retention_line (tenant_id, id, correspondence_id),
  foreign key (tenant_id, recorded_by) references agent (tenant_id, id)
);

-- That a letter was destroyed. The key says it: not without a visa of this very letter.
create table destruction (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  line_id bigint not null,
  destroyed_at timestamptz not null,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, line_id, correspondence_id) references archive_visa (tenant_id, line_id, correspondence_id)
);

do $$
declare t text;
begin
  foreach t in array array['litigation_hold', 'retention_list', 'retention_line', 'archive_visa', 'destruction']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert on %I to vaguemestre_app', t);
  end loop;
end $$;
-- What was told of a letter, of a visa, of a destruction is never told otherwise.
grant update (reason, lifted_by, lifted_at, lift_reason) on litigation_hold to vaguemestre_app;
grant update (version, state, signed_by, signed_at, signed_sha256, attested_at, attestation, attestation_sha256) on retention_list to vaguemestre_app;
grant update (version, list_id, state, outcome, reason, settled_at) on retention_line to vaguemestre_app;

-- The right of the archivist and of the one who signs, for groups that hold every right of their town.
insert into privilege_group_right (tenant_id, group_id, granted, perimeter)
  select r.tenant_id, r.group_id, n.granted, r.perimeter
    from privilege_group_right r, (values ('ARCHIVE'), ('SIGN_ELIMINATION')) as n (granted)
   where r.granted = 'ADMIN_TYPES' and exists (select 1 from privilege_group g where g.tenant_id = r.tenant_id and g.id = r.group_id and g.code = 'ADMINISTRATEURS');
