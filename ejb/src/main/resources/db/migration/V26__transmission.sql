-- SEN2: documents of a letter handed to outside services, each under the letter's number with a mark of its own (.A, .B).
create table transmission (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  -- 1 for .A, 2 for .B
  position integer not null check (position > 0),
  document_id bigint not null,
  contact_id bigint not null,
  motive varchar(2000) not null,
  sent_on date not null,
  expected_on date,
  -- Its mail never arrived.
  undelivered boolean not null default false,
  returned_on date,
  return_words varchar(2000),
  return_document_id bigint,
  asked_by bigint not null,
  asked_for bigint,
  asked_at timestamptz not null,
  returned_by bigint,
  returned_for bigint,
  primary key (tenant_id, id),
  unique (tenant_id, correspondence_id, position),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, document_id) references document (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id),
  foreign key (tenant_id, return_document_id) references document (tenant_id, id),
  foreign key (tenant_id, asked_by) references agent (tenant_id, id),
  foreign key (tenant_id, asked_for) references agent (tenant_id, id),
  foreign key (tenant_id, returned_by) references agent (tenant_id, id),
  foreign key (tenant_id, returned_for) references agent (tenant_id, id)
);
create index transmission_out on transmission (tenant_id, expected_on, correspondence_id) where returned_on is null;

alter table transmission enable row level security;
create policy tenant_wall on transmission using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on transmission to vaguemestre_app;

-- A departure is that of a reply, or of a transmission.
alter table sending alter column reply_version_id drop not null;
alter table sending add column transmission_id bigint;
alter table sending add check ((reply_version_id is null) <> (transmission_id is null));
alter table sending add foreign key (tenant_id, transmission_id) references transmission (tenant_id, id);
create unique index sending_transmission on sending (tenant_id, transmission_id);

-- Towns founded before get the basket, and a version of their incoming circuit with the two actions; letters under way
-- stay on theirs.
insert into basket (tenant_id, id, version, code, label, section, rule, position)
  select b.tenant_id, nextval('row_id'), 1, 'RETURNS_LATE', 'Retours en retard', 'DIRECTION',
         '{"closed":true,"rule":{"all":[{"is":"MY_BRANCH"},{"is":"RETURN_LATE"}]}}', max(b.position) + 1
    from basket b group by b.tenant_id;

-- A version in preparation comes after the new one, as it is.
update circuit_version set number = number + 1 where published_at is null;
-- Rows are copied whole, whatever their columns; a new transition takes after the note's in the same state.
with last as (
  select distinct on (v.tenant_id, v.circuit_id) v.* from circuit_version v
    join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id and c.code = 'ARRIVEE'
   where v.published_at is not null order by v.tenant_id, v.circuit_id, v.number desc),
fresh as (
  insert into circuit_version (tenant_id, id, version, circuit_id, number, published_at)
    select l.tenant_id, nextval('row_id'), 1, l.circuit_id,
           (select max(o.number) + 1 from circuit_version o where o.tenant_id = l.tenant_id and o.circuit_id = l.circuit_id
              and o.published_at is not null), now()
      from last l returning tenant_id, id, circuit_id),
pair as (
  select l.tenant_id, l.id as old, f.id as new from last l join fresh f on f.tenant_id = l.tenant_id and f.circuit_id = l.circuit_id),
states as (
  insert into circuit_state
    select (jsonb_populate_record(s, jsonb_build_object('id', nextval('row_id'), 'circuit_version_id', p.new))).*
      from pair p join circuit_state s on s.tenant_id = p.tenant_id and s.circuit_version_id = p.old)
insert into circuit_transition
  select (jsonb_populate_record(t, jsonb_build_object('id', nextval('row_id'), 'circuit_version_id', p.new))).*
    from pair p join circuit_transition t on t.tenant_id = p.tenant_id and t.circuit_version_id = p.old
  union all
  select (jsonb_populate_record(t, jsonb_build_object('id', nextval('row_id'), 'circuit_version_id', p.new, 'action', n.action,
           'granted', n.granted, 'who', 'HANDLER', 'label', n.label, 'prominence', 'MORE', 'position', 2000 + n.position,
           'conditions', n.needs))).*
    from pair p join circuit_transition t on t.tenant_id = p.tenant_id and t.circuit_version_id = p.old
     and t.action = 'NOTE' and t.from_state = t.to_state
    join (values
      ('TO_PROCESS', 'TRANSMIT', 'SEND', '', 'Transmettre à un service extérieur', 1),
      ('TO_PROCESS', 'RECORD_RETURN', 'PROCESS', 'RETURN_AWAITED', 'Noter un retour', 2),
      ('IN_APPROVAL', 'TRANSMIT', 'SEND', '', 'Transmettre à un service extérieur', 3),
      ('IN_APPROVAL', 'RECORD_RETURN', 'PROCESS', 'RETURN_AWAITED', 'Noter un retour', 4),
      ('TO_SEND', 'TRANSMIT', 'SEND', '', 'Transmettre à un service extérieur', 5),
      ('TO_SEND', 'RECORD_RETURN', 'PROCESS', 'RETURN_AWAITED', 'Noter un retour', 6),
      ('CLOSED', 'RECORD_RETURN', 'PROCESS', 'RETURN_AWAITED', 'Noter un retour', 7))
      as n (state, action, granted, needs, label, position) on n.state = t.from_state;
