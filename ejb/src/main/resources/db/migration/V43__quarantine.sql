-- SVE-9, CRPA L112-11: what is abusive waits apart, or is suggested to an agent; a line goes when the letter is given back.
create table quarantine (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  held boolean not null,
  reason varchar(400) not null,
  since timestamptz not null,
  primary key (tenant_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);

-- From how many submissions of one sender in an hour a town suspects abuse, and whether it holds them by itself.
create table town_abuse (
  tenant_id integer not null default current_tenant() references tenant,
  per_hour integer not null,
  held boolean not null,
  primary key (tenant_id)
);

-- The last hour of one machine account.
create index submission_client_received on submission (tenant_id, client_id, received_at);

do $$
declare t text;
begin
  foreach t in array array['quarantine', 'town_abuse']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;

-- Towns founded before get the basket, and a version of their incoming circuit with the action before qualification and once
-- closed; letters under way stay on theirs.
insert into basket (tenant_id, id, version, code, label, section, rule, position, granted)
  select b.tenant_id, nextval('row_id'), 1, 'QUARANTINE', 'En quarantaine', 'MINE',
         '{"closed":true,"rule":{"all":[{"is":"QUARANTINED"}]}}', max(b.position) + 1, 'QUALIFY'
    from basket b group by b.tenant_id having count(*) filter (where b.code = 'QUARANTINE') = 0;

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
           'granted', n.granted, 'who', n.who, 'label', n.label, 'prominence', 'MORE', 'position', 2020 + n.position, 'conditions', ''))).*
    from pair p join circuit_transition t on t.tenant_id = p.tenant_id and t.circuit_version_id = p.old
     and t.action = 'NOTE' and t.from_state = t.to_state
    join (values ('TO_QUALIFY', 'QUALIFY', 'HOLDER', 'Mettre en quarantaine', 1),
                 ('CLOSED', 'PROCESS', 'HANDLER', 'Suivre les délais', 2)) as n (state, granted, who, label, position) on n.state = t.from_state
   where not exists (select 1 from circuit_transition a where a.tenant_id = t.tenant_id and a.circuit_version_id = p.old
                        and a.from_state = n.state and a.action = 'ACKNOWLEDGE');
-- A version in preparation comes after the new one, as it is.
update circuit_version d set number = (select max(o.number) + 1 from circuit_version o where o.tenant_id = d.tenant_id and o.circuit_id = d.circuit_id)
 where d.published_at is null
   and d.number < (select max(o.number) from circuit_version o where o.tenant_id = d.tenant_id and o.circuit_id = d.circuit_id);
