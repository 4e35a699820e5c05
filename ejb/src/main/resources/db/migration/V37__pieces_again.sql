-- L114-5: by how many days pieces asked for and settled earlier had moved the implicit decision.
alter table legal_request add column moved_days integer;
