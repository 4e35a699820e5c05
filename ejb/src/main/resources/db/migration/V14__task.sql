-- O12: a letter of several directions is split into tasks, one unit each; their answers, with a file perhaps, are gathered.
create table task (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  correspondence_id bigint not null,
  asked_by bigint not null,
  asked_for bigint,
  -- The unit that held the letter when it was split: its people follow the task like whoever asked.
  asking_unit_id bigint not null,
  asked_of_unit_id bigint not null,
  asked_at timestamptz not null,
  due_on date,
  question varchar(2000) not null,
  answer varchar(8000),
  answered_by bigint,
  answered_for bigint,
  answered_at timestamptz,
  file_name varchar(255),
  media_type varchar(120),
  size_bytes bigint,
  sha256 char(64),
  withdrawn_at timestamptz,
  -- The file leaves with the reply.
  joined boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references agent (tenant_id, id),
  foreign key (tenant_id, asked_for) references agent (tenant_id, id),
  foreign key (tenant_id, asking_unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, asked_of_unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, answered_by) references agent (tenant_id, id),
  foreign key (tenant_id, answered_for) references agent (tenant_id, id)
);
create index task_letter on task (tenant_id, correspondence_id);
create index task_unit on task (tenant_id, asked_of_unit_id, correspondence_id) where answered_at is null and withdrawn_at is null;
create index task_asker on task (tenant_id, asked_by, correspondence_id) where answered_at is null and withdrawn_at is null;
create index task_asking_unit on task (tenant_id, asking_unit_id, correspondence_id) where answered_at is null and withdrawn_at is null;

alter table task enable row level security;
create policy tenant_wall on task using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select, insert, update, delete on task to vaguemestre_app;

-- Towns founded before get the two baskets, the right for who leads (asks for contributions and closes), and a version of
-- their incoming circuit with the three actions; letters under way stay on theirs.
insert into basket (tenant_id, id, version, code, label, section, rule, position)
  select b.tenant_id, nextval('row_id'), 1, n.code, n.label, 'MINE', n.rule, max(b.position) + n.more
    from basket b cross join (values
      ('TASKS_TO_DO', 'Tâches à faire', '{"closed":false,"rule":{"is":"TASK_TO_DO"}}', 1),
      ('TASKS_AWAITED', 'Tâches attendues', '{"closed":false,"rule":{"is":"TASK_AWAITED"}}', 2)) as n (code, label, rule, more)
   group by b.tenant_id, n.code, n.label, n.rule, n.more;

insert into privilege_group_right (tenant_id, group_id, granted, perimeter)
  select a.tenant_id, a.group_id, 'REQUEST_TASK', a.perimeter from privilege_group_right a
    join privilege_group_right c on c.tenant_id = a.tenant_id and c.group_id = a.group_id and c.granted = 'CLOSE'
   where a.granted = 'REQUEST_CONTRIBUTION';

-- Rows are copied whole, whatever their columns; a new transition takes after the note's in the same state.
with last as (
  select distinct on (v.tenant_id, v.circuit_id) v.* from circuit_version v
    join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id and c.code = 'ARRIVEE'
   where v.published_at is not null order by v.tenant_id, v.circuit_id, v.number desc),
fresh as (
  insert into circuit_version (tenant_id, id, version, circuit_id, number, published_at)
    select l.tenant_id, nextval('row_id'), 1, l.circuit_id,
           (select max(o.number) + 1 from circuit_version o where o.tenant_id = l.tenant_id and o.circuit_id = l.circuit_id), now()
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
           'granted', n.granted, 'who', n.who, 'label', n.label, 'prominence', n.prominence, 'position', 1000 + n.position,
           'condition', coalesce(n.needs, 'ALWAYS'), 'conditions', coalesce(n.needs, '')))).*
    from pair p join circuit_transition t on t.tenant_id = p.tenant_id and t.circuit_version_id = p.old
     and t.action = 'NOTE' and t.from_state = t.to_state
    join (values
      ('TO_PROCESS', 'REQUEST_TASK', 'REQUEST_TASK', 'HANDLER', null, 'Répartir en tâches', 'LIKELY', 1),
      ('TO_PROCESS', 'ANSWER_TASK', 'CONTRIBUTE', 'TASKED', null, 'Répondre à la tâche', 'LIKELY', 2),
      ('TO_PROCESS', 'WITHDRAW_TASK', 'REQUEST_TASK', 'HANDLER', 'TASK_AWAITED', 'Retirer une tâche', 'MORE', 3),
      ('IN_APPROVAL', 'ANSWER_TASK', 'CONTRIBUTE', 'TASKED', null, 'Répondre à la tâche', 'LIKELY', 4),
      ('IN_APPROVAL', 'WITHDRAW_TASK', 'REQUEST_TASK', 'HANDLER', 'TASK_AWAITED', 'Retirer une tâche', 'MORE', 5),
      ('TO_SEND', 'ANSWER_TASK', 'CONTRIBUTE', 'TASKED', null, 'Répondre à la tâche', 'LIKELY', 6),
      ('TO_SEND', 'WITHDRAW_TASK', 'REQUEST_TASK', 'HANDLER', 'TASK_AWAITED', 'Retirer une tâche', 'MORE', 7))
      as n (state, action, granted, who, needs, label, prominence, position) on n.state = t.from_state;
