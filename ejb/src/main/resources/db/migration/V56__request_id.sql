-- Operations: which request a piece of work was born of, so that one word finds all its log lines.
alter table intention add column request_id varchar(64);
alter table job_run add column request_id varchar(64);

-- Mails of which nobody knows whether they left, counted for the operators at each look.
create index sending_doubt on sending (done_at) where status = 'DOUBT';
create index mailing_recipient_doubt on mailing_recipient (done_at) where status = 'DOUBT';
