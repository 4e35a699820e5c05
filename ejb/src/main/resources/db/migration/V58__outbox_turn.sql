-- The towns of a lane have their turn: from town to town, then the oldest of each.
create index intention_turn on intention (lane, tenant_id, due_at, id) where status = 'READY';
drop index intention_due;
