-- QUA3: whether a type's own delay counts working days (jours ouvrés), and the pieces a request of it needs, one a line.
alter table document_type add column process_delay_worked boolean not null default false;
alter table document_type add column blocking_pieces varchar(2000);
-- DEL1: why a deadline is not the one computed; null for a computed one.
alter table correspondence add column deadline_reason varchar(400);
