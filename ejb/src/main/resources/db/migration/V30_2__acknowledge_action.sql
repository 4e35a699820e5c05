-- DEL2: towns founded before get a version of their incoming circuit with the action; letters under way stay on theirs.
-- Rows are copied whole, whatever their columns; the new transition takes after the note's in the same state.
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
  select (jsonb_populate_record(t, jsonb_build_object('id', nextval('row_id'), 'circuit_version_id', p.new, 'action', 'ACKNOWLEDGE',
           'granted', 'PROCESS', 'who', 'HANDLER', 'label', 'Accuser réception, suivre les délais', 'prominence', 'MORE',
           'position', 2010 + n.position, 'conditions', ''))).*
    from pair p join circuit_transition t on t.tenant_id = p.tenant_id and t.circuit_version_id = p.old
     and t.action = 'NOTE' and t.from_state = t.to_state
    join (values ('TO_PROCESS', 1), ('IN_APPROVAL', 2), ('TO_SEND', 3)) as n (state, position) on n.state = t.from_state;
