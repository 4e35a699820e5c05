-- ORG7: a town's logo, a PNG among its contents; its colour has been a column from the start.
alter table tenant add column logo_sha256 char(64);
