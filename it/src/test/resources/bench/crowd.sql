-- A great many letters in the demo town, without its services: 5,000 units, 15,000 agents, as many letters as asked
-- (:letters), a tenth of them open, over five years. Tokens as access.Visibility gives them. Run as superuser.
-- :unit, :agent, :letter: the first id of each; :town: the tenant.
set session_replication_role = replica;

insert into unit (tenant_id, id, version, code, label, short_label, kind, parent_id)
select :town, :unit + n, 1, 'F' || n, 'Unité de mesure ' || n, 'Mesure ' || n,
       case when n < 100 then 'DIRECTION' else 'SERVICE' end,
       case when n < 100 then (select id from unit where tenant_id = :town and parent_id is null) else :unit + n % 100 end
  from generate_series(0, 4999) n;

insert into agent (tenant_id, id, version, login, first_name, last_name, password_hash)
select :town, :agent + n, 1, 'f' || n, 'Agent', 'Mesure ' || n,
       (select password_hash from agent where tenant_id = :town and login = 'agent')
  from generate_series(0, 14999) n;

insert into post (tenant_id, id, version, agent_id, unit_id, function, main)
select :town, :agent + n, 1, :agent + n, :unit + n % 5000, case when n < 100 then 'DIRECTOR' else 'AGENT' end, true
  from generate_series(0, 14999) n;

insert into agent_group (tenant_id, agent_id, group_id)
select :town, :agent + n, g.group_id
  from generate_series(0, 14999) n,
       (select group_id from agent_group where tenant_id = :town
          and agent_id = (select id from agent where tenant_id = :town and login = 'assistante')) g;

insert into correspondence (tenant_id, id, version, chrono, category, channel, subject, type_id, priority_id, sender_id, unit_id,
       assignee_id, registrant_id, circuit_version_id, state, state_since, closed, arrival_date, registered_at, deadline,
       confidential, sensitive, in_circuit)
select :town, :letter + n, 1, 'MESURE/' || n, 'INCOMING', 'PAPER', 'Courrier de mesure numéro ' || n,
       (array(select id from document_type where tenant_id = :town order by id))[1 + n % 10],
       (select id from priority where tenant_id = :town order by position limit 1),
       (select id from contact where tenant_id = :town order by id limit 1),
       :unit + (n::bigint * 7919 + n / 10) % 5000,
       case when n % 3 = 0 then :agent + (n::bigint * 7919) % 5000 end,
       (select id from agent where tenant_id = :town and login = 'courrier'),
       (select max(id) from circuit_version where tenant_id = :town),
       case when n % 10 = 0 then (array['TO_QUALIFY', 'TO_PROCESS', 'TO_PROCESS', 'TO_SEND'])[1 + n / 10 % 4] else 'CLOSED' end,
       now() - (n % 1825) * interval '1 day', n % 10 <> 0, current_date - n % 1825, now() - (n % 1825) * interval '1 day',
       current_date - n % 1825 + 30, n % 20 = 3, false, true
  from generate_series(1, :letters) n;

insert into correspondence_audience (tenant_id, correspondence_id, token)
select c.tenant_id, c.id, t.token
  from correspondence c
 cross join lateral (values ('all'), ('a' || c.registrant_id), (case when c.confidential then 'c' else 'u' end || c.unit_id),
                            ('a' || c.assignee_id)) t (token)
 where c.tenant_id = :town and c.id > :letter and t.token is not null;

update tenant set organisation_epoch = organisation_epoch + 1 where id = :town;
set session_replication_role = origin;
