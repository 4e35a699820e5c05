-- The organisation that the many letters of crowd-letters.sql lie in: 5,000 units, 15,000 agents, 20,000 contacts. Run as
-- superuser, in the role of a replica. :unit, :agent, :contact: the first id of each; :town: the tenant; :names: an array.

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

insert into contact (tenant_id, id, version, kind, last_name, first_name, street, postcode, city, search_key)
select :town, :contact + n, 1, 'PERSON', k.name, k.first, 1 + n % 90 || ' rue ' || k.street, '59000', 'Pont-sur-Mesure', lower(k.name)
  from generate_series(0, 19999) n,
       lateral (select initcap((:names)[1 + n % 1500]) as name, initcap((:names)[1 + n * 7 % 1500]) as first,
                       (:names)[1 + n * 31 % 1500] as street) k;

update tenant set organisation_epoch = organisation_epoch + 1 where id = :town;
