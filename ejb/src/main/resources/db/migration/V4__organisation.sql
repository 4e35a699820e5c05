-- ORG2: a right holds on the whole town, on one's units and all below, or on one's units. What was given before held
-- on the whole town.
alter table privilege_group_right add column perimeter varchar(10) not null default 'TOWN';

-- O18: agents, distribution lists and generic templates become rights of their own; whoever had them keeps them.
insert into privilege_group_right (tenant_id, group_id, granted)
select tenant_id, group_id, more from privilege_group_right, unnest(array['ADMIN_AGENTS', 'ADMIN_DISTRIBUTION']) as more
 where granted = 'ADMIN_ORGANISATION';
insert into privilege_group_right (tenant_id, group_id, granted)
select tenant_id, group_id, 'MANAGE_GENERIC_TEMPLATES' from privilege_group_right where granted = 'MANAGE_TEMPLATES';
