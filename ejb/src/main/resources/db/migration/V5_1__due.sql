-- The deadline as lists sort it, letters without one last: a plain column, so that row-level security lets comparisons with
-- it reach the index (an expression with coalesce is not known to be leakproof).
drop index correspondence_due;
alter table correspondence add column due date not null generated always as (coalesce(deadline, date '9999-12-31')) stored;
create index correspondence_due on correspondence (tenant_id, due, id) where not closed;
