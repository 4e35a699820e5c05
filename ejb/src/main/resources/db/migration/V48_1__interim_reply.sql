-- A reply that decides nothing (réponse d'attente): silence goes on.
alter table sending add column interim boolean not null default false;
