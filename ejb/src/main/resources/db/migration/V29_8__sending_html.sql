-- REP1: a mail from an HTML template is kept both ways as it left; and a reply may be the message itself.
alter table sending add column html text;
alter table sending add column alone boolean not null default false;

-- A template is filled with the text: both together have no limit of their own.
alter table sending alter column body type text;
