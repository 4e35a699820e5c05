-- A state has a picture; a transition has several conditions, does things besides moving the letter, and may ask for
-- fields: lists of codes between commas.
alter table circuit_state add column icon varchar(30) not null default '';
update circuit_state s set icon = i.icon
  from (values ('OUT_OF_CIRCUIT', 'lock'), ('TO_QUALIFY', 'inbox'), ('TO_PROCESS', 'pen'), ('IN_APPROVAL', 'stamp'),
               ('TO_SEND', 'send'), ('CLOSED', 'check-circle')) as i (code, icon)
 where s.code = i.code;

alter table circuit_transition rename column condition to conditions;
alter table circuit_transition alter column conditions type varchar(400);
update circuit_transition set conditions = '' where conditions = 'ALWAYS';
alter table circuit_transition add column effects varchar(400) not null default '';
alter table circuit_transition add column required varchar(400) not null default '';

-- The version being prepared is the one not yet published: at most one for a circuit.
create unique index circuit_version_draft on circuit_version (tenant_id, circuit_id) where published_at is null;
