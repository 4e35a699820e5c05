-- Baskets made on screen: what they show, in which order, for whom; and what readers put on letters for themselves or for
-- their town: read, followed, tagged.

alter table basket alter column rule type varchar(8000);
alter table basket add column columns varchar(400);
alter table basket add column order_by varchar(20) not null default 'DEADLINE';
alter table basket add column descending boolean not null default false;
alter table basket add column opening varchar(40);
alter table basket add column colour varchar(20) not null default 'PLAIN';

-- A rule was a scope, a list of states and two marks; it is a tree.
update basket set rule = jsonb_build_object(
  'closed', coalesce((rule::jsonb ->> 'closed')::boolean, false),
  'rule', jsonb_build_object('all',
    jsonb_build_array(jsonb_build_object('is', rule::jsonb ->> 'scope'))
    || case when jsonb_array_length(coalesce(rule::jsonb -> 'states', '[]')) > 0
         then jsonb_build_array(jsonb_build_object('is', 'STATE', 'of', rule::jsonb -> 'states')) else '[]' end
    || case when coalesce((rule::jsonb ->> 'late')::boolean, false)
         then jsonb_build_array(jsonb_build_object('is', 'LATE')) else '[]' end))::text;

-- None: everyone who has the right; some: their members only.
create table basket_group (
  tenant_id integer not null default current_tenant() references tenant,
  basket_id bigint not null,
  group_id bigint not null,
  primary key (tenant_id, basket_id, group_id),
  foreign key (tenant_id, basket_id) references basket (tenant_id, id) on delete cascade,
  foreign key (tenant_id, group_id) references privilege_group (tenant_id, id) on delete cascade
);

create table correspondence_reading (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  agent_id bigint not null,
  read_at timestamptz not null,
  primary key (tenant_id, correspondence_id, agent_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);

create table correspondence_follow (
  tenant_id integer not null default current_tenant() references tenant,
  agent_id bigint not null,
  correspondence_id bigint not null,
  since timestamptz not null,
  primary key (tenant_id, agent_id, correspondence_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);
create index correspondence_follow_letter on correspondence_follow (tenant_id, correspondence_id);

create table tag (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  key varchar(40) not null,
  label varchar(40) not null,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
create table correspondence_tag (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  tag_id bigint not null,
  primary key (tenant_id, correspondence_id, tag_id),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, tag_id) references tag (tenant_id, id) on delete cascade
);
create index correspondence_tag_tag on correspondence_tag (tenant_id, tag_id, correspondence_id);

-- Pages are walked in the order of an index: letters without deadline come last.
drop index correspondence_deadline;
create index correspondence_due on correspondence (tenant_id, coalesce(deadline, date '9999-12-31'), id) where not closed;
create index correspondence_arrival on correspondence (tenant_id, arrival_date, id) where not closed;
create index contribution_asker on contribution (tenant_id, asked_by) where answered_at is null and not withdrawn;
create index approval_step_refused on approval_step (tenant_id, correspondence_id, round) where status = 'REFUSED';

do $$
declare t text;
begin
  foreach t in array array['basket_group', 'correspondence_reading', 'correspondence_follow', 'tag', 'correspondence_tag']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;

-- Towns founded before get the two baskets that their facts now allow.
insert into basket (tenant_id, id, version, code, label, section, rule, position)
  select b.tenant_id, nextval('row_id'), 1, n.code, n.label, 'MINE', n.rule, max(b.position) + n.more
    from basket b cross join (values
      ('RETURNED', 'Retournés', '{"closed":false,"rule":{"all":[{"is":"TO_ME"},{"is":"RETURNED"}]}}', 1),
      ('FOLLOWED', 'Suivis', '{"closed":true,"rule":{"is":"FOLLOWED"}}', 2)) as n (code, label, rule, more)
   group by b.tenant_id, n.code, n.label, n.rule, n.more;
