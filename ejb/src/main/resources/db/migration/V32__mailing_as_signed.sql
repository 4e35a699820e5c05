-- REP4: what a version was merged from is kept whole, its values with the template, so that each recipient's document has the
-- words that were signed. Of the versions made before, the values are not known: they cannot be repeated.
delete from reply_source;
alter table reply_source drop column words;
alter table reply_source add column merged jsonb not null;
-- Whether a mailing is through is asked at each recipient's end.
create index mailing_recipient_status on mailing_recipient (tenant_id, mailing_id, status);
