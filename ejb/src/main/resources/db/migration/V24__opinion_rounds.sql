-- CIR4: contributions asked at once make a round, all together or one after the other; each has its place in it, and may
-- wait for its turn. A reminder is sent at most once a day.
alter table contribution add column asked_for bigint;
alter table contribution add column round integer not null default 1;
alter table contribution add column position integer not null default 0;
alter table contribution add column sequential boolean not null default false;
alter table contribution add column waiting boolean not null default false;
alter table contribution add column reason varchar(2000);
alter table contribution add column reminded_at timestamptz;
alter table contribution add foreign key (tenant_id, asked_for) references agent (tenant_id, id);

-- What was asked before was asked of one alone.
update contribution c set round = n.round
  from (select tenant_id, id, row_number() over (partition by tenant_id, correspondence_id order by asked_at, id) as round from contribution) n
 where n.tenant_id = c.tenant_id and n.id = c.id;

-- CIR6: short texts put into a note or a question are kept beside the standard answers.
alter table standard_answer add column kind varchar(10) not null default 'ANSWER';

-- Towns founded before get a version of their incoming circuit with the new ways; letters under way stay on theirs. Rows are
-- copied whole, whatever their columns; a new transition takes after the note's in the same state. A version in preparation
-- comes after it, as it is.
update circuit_version set number = number + 1 where published_at is null;
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
           'granted', n.granted, 'who', n.who, 'label', n.label, 'prominence', n.prominence, 'position', 2000 + n.position,
           'conditions', n.needs, 'effects', '', 'required', ''))).*
    from pair p join circuit_transition t on t.tenant_id = p.tenant_id and t.circuit_version_id = p.old
     and t.action = 'NOTE' and t.from_state = t.to_state
    join (values
      ('TO_PROCESS', 'REMIND_OPINIONS', 'REQUEST_CONTRIBUTION', 'HANDLER', 'OPINION_AWAITED', 'Relancer les contributions', 'MORE', 1),
      ('TO_PROCESS', 'STOP_OPINIONS', 'REQUEST_CONTRIBUTION', 'HANDLER', 'OPINION_AWAITED', 'Ne plus attendre les contributions', 'MORE', 2),
      ('IN_APPROVAL', 'CONTRIBUTE', 'CONTRIBUTE', 'CONTRIBUTOR', '', 'Donner ma contribution', 'LIKELY', 3),
      ('IN_APPROVAL', 'REMIND_OPINIONS', 'REQUEST_CONTRIBUTION', 'HANDLER', 'OPINION_AWAITED', 'Relancer les contributions', 'MORE', 4),
      ('IN_APPROVAL', 'STOP_OPINIONS', 'REQUEST_CONTRIBUTION', 'HANDLER', 'OPINION_AWAITED', 'Ne plus attendre les contributions', 'MORE', 5),
      ('TO_SEND', 'CONTRIBUTE', 'CONTRIBUTE', 'CONTRIBUTOR', '', 'Donner ma contribution', 'LIKELY', 6),
      ('TO_SEND', 'REMIND_OPINIONS', 'REQUEST_CONTRIBUTION', 'HANDLER', 'OPINION_AWAITED', 'Relancer les contributions', 'MORE', 7),
      ('TO_SEND', 'STOP_OPINIONS', 'REQUEST_CONTRIBUTION', 'HANDLER', 'OPINION_AWAITED', 'Ne plus attendre les contributions', 'MORE', 8))
      as n (state, action, granted, who, needs, label, prominence, position) on n.state = t.from_state
   where not exists (select 1 from circuit_transition x where x.tenant_id = t.tenant_id and x.circuit_version_id = t.circuit_version_id
                        and x.from_state = n.state and x.action = n.action);
