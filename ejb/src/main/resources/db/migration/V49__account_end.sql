-- API4: of which coming end of a machine account its administrators have been told, how many days ahead; once each.
create table account_end_told (
  tenant_id integer not null default current_tenant() references tenant,
  client_id bigint not null,
  ends_at timestamptz not null,
  days integer not null,
  told_at timestamptz not null,
  primary key (tenant_id, client_id, ends_at, days),
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);

-- What a mail to an administrator tells of.
create table account_end_mail (
  tenant_id integer not null default current_tenant() references tenant,
  mail_id bigint not null,
  client_id bigint not null,
  ends_at timestamptz not null,
  primary key (tenant_id, mail_id, client_id),
  foreign key (tenant_id, mail_id) references notification_mail (tenant_id, id) on delete cascade,
  foreign key (tenant_id, client_id) references api_client (tenant_id, id) on delete cascade
);
create index account_end_mail_client on account_end_mail (tenant_id, client_id);

do $$
declare t text;
begin
  foreach t in array array['account_end_told', 'account_end_mail']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;
