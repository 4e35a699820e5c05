-- R-TRANSM (CRPA L114-2): the day the administration that sent a letter on to this town had received it.
alter table correspondence add column first_received_on date;
