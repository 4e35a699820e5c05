-- SIG1: a reply goes back to the step before; a round that goes on where the one before stopped is continued. What a corrected
-- version restarts is the town's choice.
alter table approval_step add column continued boolean not null default false;
alter table tenant add column approval_restart varchar(12) not null default 'ALL';

-- A chain kept to be used again: an agent's own, or predefined for a unit or for a type of letter.
create table chain_model (
  tenant_id integer not null default current_tenant() references tenant,
  id bigint not null,
  version bigint not null,
  label varchar(120) not null,
  owner_id bigint,
  unit_id bigint,
  type_id bigint,
  primary key (tenant_id, id),
  check (num_nonnulls(owner_id, unit_id, type_id) = 1),
  foreign key (tenant_id, owner_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, type_id) references document_type (tenant_id, id)
);
create unique index chain_model_owner on chain_model (tenant_id, owner_id, label) where owner_id is not null;
create unique index chain_model_unit on chain_model (tenant_id, unit_id, label) where unit_id is not null;
create unique index chain_model_type on chain_model (tenant_id, type_id, label) where type_id is not null;
create table chain_model_step (
  tenant_id integer not null default current_tenant() references tenant,
  model_id bigint not null,
  position integer not null,
  kind varchar(10) not null,
  agent_id bigint not null,
  primary key (tenant_id, model_id, position),
  foreign key (tenant_id, model_id) references chain_model (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['chain_model', 'chain_model_step']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;

-- Circuits published before get the new way beside the refusal.
insert into circuit_transition (tenant_id, id, version, circuit_version_id, action, from_state, to_state, granted, who, condition, label,
    prominence, position)
  select tenant_id, nextval('row_id'), 1, circuit_version_id, 'SEND_BACK', from_state, from_state, granted, who, 'PREVIOUS_STEP',
         'Renvoyer à l’étape précédente', 'MORE', position
    from circuit_transition where action = 'REFUSE';
