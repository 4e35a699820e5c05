-- The subject and the type as they were sent: what agents call a letter since is theirs alone. What came before keeps what it has today.
alter table submission add column subject varchar(400), add column type_code varchar(40);
update submission s set subject = c.subject, type_code = t.code
  from correspondence c join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
 where c.tenant_id = s.tenant_id and c.id = s.correspondence_id;
alter table submission alter column subject set not null, alter column type_code set not null;
