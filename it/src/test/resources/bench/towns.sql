-- Letters in the towns of the measure (codes B0, B1 …), :letters each, a tenth open, written past the services. Their only
-- agent gets the demo's password. Tokens as access.Visibility gives them. Run as superuser.
set session_replication_role = replica;

create temporary table measured as
select t.id as town, row_number() over (order by t.id) as place,
       (select id from unit u where u.tenant_id = t.id and u.parent_id is null) as unit,
       (select min(id) from agent a where a.tenant_id = t.id) as agent,
       (select max(id) from circuit_version v where v.tenant_id = t.id) as circuit
  from tenant t where t.code ~ '^B[0-9]+$' and t.founded_at is not null
   and not exists (select 1 from correspondence c where c.tenant_id = t.id);

update agent set password_hash = (select password_hash from agent where tenant_id = 1 and login = 'agent')
 where (tenant_id, id) in (select town, agent from measured);

insert into priority (tenant_id, id, version, code, label, colour, days, position)
select town, 4000000000 + place, 1, 'NORMALE', 'Normale', '#888888', 30, 1 from measured;
insert into document_type (tenant_id, id, version, code, label, domain, family)
select town, 4000000000 + place, 1, 'DIVERS', 'Divers', 'Divers', 'Divers' from measured;
insert into contact (tenant_id, id, version, kind, last_name, search_key)
select town, 4000000000 + place, 1, 'PERSON', 'Mesure', 'mesure' from measured;

insert into correspondence (tenant_id, id, version, chrono, category, channel, subject, type_id, priority_id, sender_id, unit_id,
       registrant_id, circuit_version_id, state, state_since, closed, arrival_date, registered_at, deadline, confidential, sensitive,
       in_circuit)
select town, 5000000000 + place * 1000000 + n, 1, 'MESURE/' || n, 'INCOMING', 'PAPER', 'Courrier de mesure numéro ' || n,
       4000000000 + place, 4000000000 + place, 4000000000 + place, unit, agent, circuit,
       case when n % 10 = 0 then 'TO_PROCESS' else 'CLOSED' end, now(), n % 10 <> 0, current_date - n % 1825, now(),
       current_date - n % 1825 + 30, false, false, true
  from measured cross join generate_series(1, :letters) n;

insert into correspondence_audience (tenant_id, correspondence_id, token)
select c.tenant_id, c.id, t.token
  from correspondence c join measured m on m.town = c.tenant_id
 cross join lateral (values ('all'), ('a' || c.registrant_id), ('u' || c.unit_id)) t (token);

insert into index_queue (tenant_id, correspondence_id)
select c.tenant_id, c.id from correspondence c join measured m on m.town = c.tenant_id;

update tenant set organisation_epoch = organisation_epoch + 1 where id in (select town from measured);
drop table measured;
set session_replication_role = origin;
