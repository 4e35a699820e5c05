-- CAP8: which copies of received documents say what they are of, and in which words (null for the usual ones).
alter table tenant add column copy_mark varchar(12) not null default 'DOWNLOADED';
alter table tenant add column copy_words varchar(160);
