-- Letters :first to :last of the great many in the demo town, without its services: a tenth of them open, which
-- came in the last three months, the others over five years. Tokens as access.Visibility gives them. Run as superuser, in the
-- role of a replica. :unit, :agent, :contact: the first id of each; :letter: the id before the first; :town: the tenant;
-- :subjects: an array of 1,500 words.
insert into correspondence (tenant_id, id, version, chrono, category, channel, subject, type_id, priority_id, sender_id, unit_id,
       assignee_id, registrant_id, circuit_version_id, state, state_since, closed, arrival_date, registered_at, deadline,
       confidential, sensitive, in_circuit)
select :town, :letter + n, 1, 'MESURE/' || n, 'INCOMING', 'PAPER', (array['Demande de ', 'Réclamation ', 'Au sujet de ', 'Plainte ', 'Question sur '])[1 + n % 5]
         || (:subjects)[1 + n::bigint * 7919 % 1500] || ' ' || (:subjects)[1 + n::bigint * 104729 % 1500],
       (array(select id from document_type where tenant_id = :town order by id))[1 + n % 10],
       (select id from priority where tenant_id = :town order by position limit 1),
       :contact + n % 20000,
       :unit + (n::bigint * 7919 + n / 10) % 5000,
       case when n % 3 = 0 then :agent + (n::bigint * 7919) % 5000 end,
       (select id from agent where tenant_id = :town and login = 'courrier'),
       (select max(id) from circuit_version where tenant_id = :town),
       case when n % 10 = 0 then (array['TO_QUALIFY', 'TO_PROCESS', 'TO_PROCESS', 'TO_SEND'])[1 + n / 10 % 4] else 'CLOSED' end,
       now() - (d.ago) * interval '1 day', n % 10 <> 0, current_date - d.ago, now() - (d.ago) * interval '1 day',
       current_date - d.ago + 30, n % 20 = 3, false, true
  from generate_series(:first, :last) n,
       lateral (select case when n % 10 = 0 then n / 10 % 90 else n % 1825 end as ago) d;

insert into correspondence_audience (tenant_id, correspondence_id, token)
select c.tenant_id, c.id, t.token
  from correspondence c
 cross join lateral (values ('all'), ('a' || c.registrant_id), (case when c.confidential then 'c' else 'u' end || c.unit_id),
                            ('a' || c.assignee_id)) t (token)
 where c.tenant_id = :town and c.id between :letter + :first and :letter + :last and t.token is not null;
