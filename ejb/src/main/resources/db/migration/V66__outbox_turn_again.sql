-- The claim of V58, with its one look at what comes before on the same subject asked for each row by the subject's index: as a join, a plan
-- made while the queue was empty read the whole of a large town's work for each of its rows. A subquery that gives a value is never
-- a join; "+ 0" leaves it no other index.
create or replace function claim_intention(wanted varchar, after integer, claimer varchar, held_until timestamptz, moment timestamptz)
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
            and (select e.id from intention e where e.subject_id = q.subject_id and e.lane = q.lane
                    and e.tenant_id + 0 = q.tenant_id and e.id + 0 < q.id and e.status in ('READY', 'RUNNING') limit 1) is null
          order by q.due_at, q.id limit 1 for update skip locked) q
      limit 1)
  returning i.*
$$;
