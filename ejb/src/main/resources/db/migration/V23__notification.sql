-- CIR7: who was told what of which letter, and how they wish to be told.
create table notification_mail (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  message_id varchar(200) not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);

create table notification (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  agent_id bigint not null,
  correspondence_id bigint not null,
  reason varchar(20) not null,
  -- What the journal tells, or the deadline that is near or past.
  entry_id bigint,
  due date,
  actor_id bigint,
  at timestamptz not null,
  read_at timestamptz,
  by_mail varchar(10) not null,
  mail_id bigint,
  primary key (tenant_id, id),
  check ((entry_id is null) <> (due is null)),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, actor_id) references agent (tenant_id, id),
  foreign key (tenant_id, mail_id) references notification_mail (tenant_id, id)
);
create unique index notification_entry on notification (tenant_id, entry_id, agent_id) where entry_id is not null;
create unique index notification_due on notification (tenant_id, agent_id, correspondence_id, reason, due) where due is not null;
create index notification_agent on notification (tenant_id, agent_id, id);
create index notification_unread on notification (tenant_id, agent_id, correspondence_id) where read_at is null;
create index notification_at on notification (tenant_id, at);
create index notification_letter on notification (tenant_id, correspondence_id);
create index notification_waiting on notification (tenant_id, by_mail, agent_id) where by_mail <> 'NO';
create index notification_of_mail on notification (tenant_id, mail_id) where mail_id is not null;

create table notification_wish (
  tenant_id integer not null default current_tenant() references tenant,
  agent_id bigint not null,
  reason varchar(20) not null,
  by_mail varchar(10) not null,
  primary key (tenant_id, agent_id, reason),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);

-- The number of the last seal of the journal that has been told.
create table notification_place (
  tenant_id integer not null default current_tenant() references tenant,
  number bigint not null,
  primary key (tenant_id)
);

do $$
declare t text;
begin
  foreach t in array array['notification_mail', 'notification', 'notification_wish', 'notification_place']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;

-- What happened before is not told any more.
insert into notification_place (tenant_id, number) select tenant_id, max(number) from journal_seal group by tenant_id;
