-- BAT1: what a run left out is read before what it found, by pages.
drop index job_note_run;
create index job_note_run on job_note (tenant_id, run_id, (kind = 'FOUND'), id);
