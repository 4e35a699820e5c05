-- Whether the state a letter stands in is inside its circuit (O4): what decides who sees it stands with the letter.
alter table correspondence add column in_circuit boolean not null default true;
update correspondence c set in_circuit = s.in_circuit from circuit_state s
 where s.tenant_id = c.tenant_id and s.circuit_version_id = c.circuit_version_id and s.code = c.state;
