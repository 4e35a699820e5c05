-- An answer may be longer than the words of a history entry could be.
alter table journal_words alter column words type varchar(10000);
