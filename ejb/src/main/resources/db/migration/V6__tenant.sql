-- ORG7: the instance's first town is the platform's own; the right to administer the platform holds there only.
alter table tenant add column platform boolean not null default false;
update tenant set platform = true where id = (select min(id) from tenant);
create unique index tenant_of_the_platform on tenant (platform) where platform;
delete from privilege_group_right r
 where r.granted = 'ADMIN_PLATFORM' and not exists (select 1 from tenant t where t.id = r.tenant_id and t.platform);

-- When everything a town starts with was there; null while it is being founded: nobody gets in before.
alter table tenant add column founded_at timestamptz;
update tenant set founded_at = now();
