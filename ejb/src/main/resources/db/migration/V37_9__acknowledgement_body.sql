-- A town's text of the longest kind is longer once the letter's number and object are in it.
alter table acknowledgement alter column body type text;
