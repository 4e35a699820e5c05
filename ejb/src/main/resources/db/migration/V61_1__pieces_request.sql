-- By which acknowledgement the pieces before the last were asked for: one that turns out never to have arrived suspended nothing.
alter table legal_request add column earlier_request bigint;
