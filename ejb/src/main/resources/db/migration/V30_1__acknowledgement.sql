-- DEL2: what the town gave in answer to a submission or a request, in the words that left.
create table acknowledgement (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  correspondence_id bigint not null,
  kind varchar(12) not null,
  number varchar(60) not null,
  means varchar(10) not null,
  recipient varchar(300),
  subject varchar(400) not null,
  body varchar(20000) not null,
  -- L112-6: whether every mention owed was there.
  complete boolean not null,
  made_by bigint not null,
  made_at timestamptz not null,
  message_id varchar(200) not null,
  status varchar(10) not null,
  reason varchar(400),
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, message_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, made_by) references agent (tenant_id, id)
);
create index acknowledgement_letter on acknowledgement (tenant_id, correspondence_id, made_at);

-- The town's own texts; of the nearest unit up the chart, the last in force on the date of receipt.
create table acknowledgement_text (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  kind varchar(12) not null,
  paper boolean not null,
  unit_id bigint,
  since date not null,
  body varchar(20000) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index acknowledgement_text_one on acknowledgement_text (tenant_id, kind, paper, coalesce(unit_id, 0), since);

-- What is known of a request before the law; the dates that follow are computed.
create table legal_request (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  regime varchar(4) not null,
  regime_reason varchar(20) not null,
  regime_words varchar(400),
  months integer,
  days integer,
  pieces varchar(4000),
  pieces_asked_on date,
  pieces_deadline_days integer,
  pieces_received_on date,
  transferred_on date,
  transferred_to varchar(300),
  notified_on date,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

-- L112-14: the person expressly refused to be answered by electronic means.
alter table contact add column electronic_refused boolean not null default false;

do $$
declare t text;
begin
  foreach t in array array['acknowledgement', 'acknowledgement_text', 'legal_request']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
