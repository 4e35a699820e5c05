-- %3$d requests of town %1$d from id %2$d on, closed for four months or open: two documents with text, a reply sent, an
-- acknowledgement, a note, six journal entries each. Their files are not written.
set app.tenant = '%1$d';
delete from erasure where correspondence_id >= %2$d and correspondence_id < %2$d + %3$d;
set session_replication_role = replica;
do $$
declare t text;
begin
  foreach t in array array['document_text:document_id', 'document:id', 'journal_words:entry_id', 'journal_entry:id', 'submission_file:id', 'submission:id',
    'sending:id', 'acknowledgement:id', 'note:id', 'reply_version:id', 'reply:id', 'correspondence:id', 'contact:id']
  loop
    execute format('delete from %%I where tenant_id = %1$d and %%I >= %2$d and %%I < %2$d + 10 * %3$d', split_part(t, ':', 1), split_part(t, ':', 2), split_part(t, ':', 2));
  end loop;
end $$;
set session_replication_role = origin;
-- A type without a retention rule: the letters of the others are archives, of which the run leaves most.
insert into document_type select (jsonb_populate_record(t, jsonb_build_object('id', %2$d, 'code', 'ERASURE-BENCH',
    'retention', null, 'retention_start', null, 'final_disposition', null))).*
  from document_type t where tenant_id = %1$d order by id limit 1 on conflict do nothing;
create temp table base as select u.id as unit, a.id as agent, t.id as type, p.id as priority, v.id as circuit,
    (select min(s.code) from circuit_state s where s.tenant_id = %1$d and s.circuit_version_id = v.id and s.closed = %4$s) as state,
    k.id as client
  from (select id from unit where tenant_id = %1$d order by id limit 1) u, (select id from agent where tenant_id = %1$d order by id limit 1) a,
       (select id from document_type where tenant_id = %1$d and code = 'ERASURE-BENCH') t, (select id from priority where tenant_id = %1$d order by id limit 1) p,
       (select id from circuit_version where tenant_id = %1$d and published_at is not null order by id limit 1) v,
       (select id from api_client where tenant_id = %1$d order by id limit 1) k;
create temp table g as select %2$d + n as id, n from generate_series(0, %3$d - 1) n;
insert into contact (id, version, kind, last_name, email, phone, street, city, search_key)
  select id, 1, 'PERSON', 'Nom' || n, 'n' || id || '@exemple.fr', '+33600000000', 'rue ' || n, 'Ville', 'nom' || n from g;
insert into correspondence (id, version, chrono, category, channel, subject, type_id, priority_id, sender_id, unit_id, registrant_id,
    circuit_version_id, state, state_since, closed, arrival_date, registered_at, confidential, sensitive)
  select g.id, 1, 'E/' || g.id, 'INCOMING', 'WEB', 'Objet ' || n, type, priority, g.id, unit, agent, circuit, state, now() - interval '4 months',
         %4$s, current_date - 150, now() - interval '5 months', false, false from g, base;
insert into submission (id, version, client_id, correspondence_id, request_sha256, tracking_code, received_at, answers, applicant, subject, type_code)
  select g.id, 1, client, g.id, repeat('a', 64), 'E' || g.id, now(), '{"nom":"Nom"}', '{"nom":"Nom"}', 'Objet', 'X' from g, base;
insert into document (id, version, correspondence_id, role, name, media_type, size_bytes, sha256, position, extraction, thumbnail_sha256, added_at, added_by)
  select %2$d + n * 2 + k, 1, g.id, 'MAIN', 'demande.pdf', 'application/pdf', 100000, encode(sha256((g.id || '-' || k)::bytea), 'hex'), k, 'DONE',
         encode(sha256((g.id || 't' || k)::bytea), 'hex'), now(), agent from g, base, generate_series(0, 1) k;
insert into submission_file (id, submission_id, position, name, media_type, size_bytes, sha256)
  select %2$d + n * 2 + k, g.id, k, 'demande.pdf', 'application/pdf', 100000, encode(sha256((g.id || '-' || k)::bytea), 'hex') from g, generate_series(0, 1) k;
insert into document_text (document_id, body) select %2$d + n * 2 + k, repeat('Monsieur Nom' || n || ' ', 100) from g, generate_series(0, 1) k;
insert into journal_entry (id, at, actor_id, correspondence_id, action, facts) select %2$d + n * 6 + k, now(), agent, g.id, 'NOTE', '' from g, base, generate_series(0, 5) k;
insert into journal_words (entry_id, words) select %2$d + n * 6, 'Nom' || n from g;
insert into note (id, version, correspondence_id, author_id, written_at, body) select g.id, 1, g.id, agent, now(), 'Nom' || n from g, base;
insert into acknowledgement (id, correspondence_id, kind, number, means, recipient, subject, body, complete, made_by, made_at, message_id, status)
  select g.id, g.id, 'AEE', 'E' || g.id, 'EMAIL', 'n@exemple.fr', 'Objet', 'Nom' || n, true, agent, now(), 'e' || g.id, 'SENT' from g, base;
insert into reply (id, version, correspondence_id, author_id, created_at) select g.id, 1, g.id, agent, now() from g, base;
insert into reply_version (id, version, reply_id, number, author_id, created_at, file_name, media_type, sha256, size_bytes, conversion, pdf_sha256, signed_sha256, body)
  select g.id, 1, g.id, 1, agent, now(), 'r.docx', 'x', encode(sha256((g.id || 'x')::bytea), 'hex'), 1, 'DONE', encode(sha256((g.id || 'y')::bytea), 'hex'),
         encode(sha256((g.id || 'z')::bytea), 'hex'), 'Nom' || n from g, base;
insert into sending (id, version, correspondence_id, reply_version_id, means, recipient, subject, body, message_id, status, asked_by, asked_at)
  select g.id, 1, g.id, g.id, 'EMAIL', 'n@exemple.fr', 'Objet', 'Nom', 'e' || g.id, 'SENT', agent, now() from g, base;
drop table g; drop table base
