-- R112-9-1: who asked, as they wrote it (a JSON object of texts); null for what came before it was kept.
alter table submission add column applicant text;
