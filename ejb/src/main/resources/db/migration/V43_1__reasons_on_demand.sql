-- CRPA L232-4: the reasons of an implicit refusal, asked for within the delay of appeal and owed within a month.
create table reasons_request (
  tenant_id integer not null default current_tenant() references tenant,
  correspondence_id bigint not null,
  -- Of which refusal: the day at whose end it was born.
  refused_on date not null,
  asked_on date not null,
  given_on date,
  primary key (tenant_id, correspondence_id, refused_on),
  foreign key (tenant_id, correspondence_id) references correspondence (tenant_id, id) on delete cascade
);
create index reasons_request_due on reasons_request (tenant_id, asked_on) where given_on is null;

do $$
begin
  alter table reasons_request enable row level security;
  create policy tenant_wall on reasons_request using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on reasons_request to vaguemestre_app;
end $$;
