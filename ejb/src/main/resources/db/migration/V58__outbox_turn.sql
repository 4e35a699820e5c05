-- The towns of a lane have their turn: from town to town, then the oldest of each.
create index intention_turn on intention (lane, tenant_id, due_at, id) where status = 'READY';
drop index intention_due;

-- One index alone serves each part of the claim below. The queue is now empty, now a hundred thousand long: a plan made for the
-- one by another index would read the whole of the other for each row.
alter table intention drop constraint intention_pkey, add primary key (id, tenant_id);
drop index intention_subject;
create index intention_subject on intention (subject_id, lane, tenant_id, id);

-- Takes the oldest intention due of the first town after another that has one; "id + 0" keeps the primary key out of it.
create function claim_intention(wanted varchar, after integer, claimer varchar, held_until timestamptz, moment timestamptz)
  returns setof intention language sql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_sort = off as $$
  update intention i set status = 'RUNNING', attempts = attempts + 1, claimed_by = claimer, claimed_until = held_until
   where (i.tenant_id, i.id) = (
     with recursive town (id) as (
       select min(r.tenant_id) from intention r where r.lane = wanted and r.status = 'READY' and r.tenant_id > after
       union all
       select (select min(r.tenant_id) from intention r where r.lane = wanted and r.status = 'READY' and r.tenant_id > town.id)
         from town where town.id is not null)
     select q.tenant_id, q.id from town
       cross join lateral (
         select q.tenant_id, q.id from intention q
          where q.tenant_id = town.id and q.lane = wanted and q.status = 'READY' and q.due_at <= moment
            and exists (select 1 from tenant t where t.id = town.id and t.active)
            and not exists (select 1 from intention e where e.subject_id = q.subject_id and e.lane = q.lane
                               and e.tenant_id = q.tenant_id and e.id + 0 < q.id and e.status in ('READY', 'RUNNING'))
          order by q.due_at, q.id limit 1 for update skip locked) q
      limit 1)
  returning i.*
$$;
