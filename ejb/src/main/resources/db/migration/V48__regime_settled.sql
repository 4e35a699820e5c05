-- DEL2: by what the regime of a request is settled: not yet, so that it is its type's (TYPE), by an acknowledgement that told it
-- (ARE), or by a decision, an agent's or that of silence (DECIDED). Whatever was done for a letter used to settle it.
alter table legal_request add column settled varchar(8) not null default 'TYPE';
alter table legal_request alter column settled drop default;
alter table legal_request add check (settled in ('TYPE', 'ARE', 'DECIDED'));
-- The request for pieces before the last, which holds while the last one is undelivered.
alter table legal_request
  add column earlier_pieces varchar(4000),
  add column earlier_asked_on date,
  add column earlier_deadline_days integer,
  add column earlier_received_on date,
  add column earlier_moved_days integer;
-- What an ARE told that silence means; null of the others.
alter table acknowledgement add column regime varchar(4);

update legal_request l set settled = 'ARE'
 where l.regime <> 'NONE' and exists (select 1 from acknowledgement a where a.tenant_id = l.tenant_id and a.correspondence_id = l.correspondence_id and a.kind = 'ARE');
update legal_request l set settled = 'DECIDED'
 where l.regime_reason not in ('TEXT', 'INFORMATION') or l.regime_words is not null or l.notified_on is not null and l.regime <> 'NONE'
    or exists (select 1 from tacit_decision d where d.tenant_id = l.tenant_id and d.correspondence_id = l.correspondence_id)
    or exists (select 1 from journal_entry j where j.tenant_id = l.tenant_id and j.correspondence_id = l.correspondence_id
                  and j.action = 'ACKNOWLEDGE' and j.facts like '%what=REGIME%');

-- What acknowledgements told, and silence decided, of letters for which nothing else was noted: their type's, on the day they arrived.
insert into legal_request (tenant_id, correspondence_id, regime, regime_reason, months, days, settled)
  select r.tenant_id, r.id, coalesce(r.decided, r.regime), case when coalesce(r.decided, r.regime) = 'NONE' then 'INFORMATION' else 'TEXT' end,
         case when coalesce(r.decided, r.regime) <> 'NONE' and extract(day from r.length) = 0
              then nullif((extract(year from r.length) * 12 + extract(month from r.length))::integer, 0) end,
         case when coalesce(r.decided, r.regime) <> 'NONE' then nullif(extract(day from r.length)::integer, 0) end,
         case when r.decided is null then 'ARE' else 'DECIDED' end
    from (select c.tenant_id, c.id, case when p.until is null then t.regime else p.regime end as regime,
                 cast(case when p.until is null then t.legal_delay else p.legal_delay end as interval) as length,
                 (select d.regime from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id limit 1) as decided
            from correspondence c
            join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
            left join lateral (select o.until, o.regime, o.legal_delay from document_type_past o
                                where o.tenant_id = c.tenant_id and o.type_id = c.type_id and o.until > c.arrival_date order by o.until limit 1) p on true
           where not exists (select 1 from legal_request l where l.tenant_id = c.tenant_id and l.correspondence_id = c.id)
             and (exists (select 1 from acknowledgement a where a.tenant_id = c.tenant_id and a.correspondence_id = c.id and a.kind = 'ARE')
                  or exists (select 1 from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id))) r
   where coalesce(r.decided, r.regime) <> 'NONE';

-- Of an ARE that left before another qualification or a decision of the regime nobody knows what it told: nothing, for the person's sake.
update acknowledgement a set regime = coalesce((select l.regime from legal_request l where l.tenant_id = a.tenant_id
                                                   and l.correspondence_id = a.correspondence_id and l.settled <> 'TYPE'
                                                   and not exists (select 1 from journal_entry j where j.tenant_id = a.tenant_id
                                                          and j.correspondence_id = a.correspondence_id and j.at > a.made_at
                                                          and (j.action = 'QUALIFY' or j.action = 'ACKNOWLEDGE' and j.facts like '%what=REGIME%'))), 'NONE')
 where a.kind = 'ARE';
