-- O15: the fallback with a handwritten signature: who attached the scan of what somebody signed on paper.
alter table signature_proof add column attached_by bigint;
alter table signature_proof add foreign key (tenant_id, attached_by) references agent (tenant_id, id);

-- Circuits published before get the way beside the signature.
insert into circuit_transition (tenant_id, id, version, circuit_version_id, action, from_state, to_state, granted, who, condition, label,
    prominence, position)
  select tenant_id, nextval('row_id'), 1, circuit_version_id, 'ATTACH_SIGNED', from_state, to_state, 'PROCESS', 'HANDLER',
         'PAPER_AT_HAND', 'Joindre la version signée', 'PRIMARY', position
    from circuit_transition where action = 'SIGN';
