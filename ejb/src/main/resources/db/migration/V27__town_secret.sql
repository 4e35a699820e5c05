-- CIR8, SIG2: what a town signs with, sealed with a key that is not in the database (key_id names it). public_part is what
-- anybody may know of it: a public key, a certificate.
create table town_secret (
  tenant_id integer not null default current_tenant() references tenant,
  kind varchar(20) not null,
  key_id char(16) not null,
  sealed bytea not null,
  public_part bytea not null,
  kept_at timestamptz not null,
  primary key (tenant_id, kind)
);

do $$
begin
  alter table town_secret enable row level security;
  create policy tenant_wall on town_secret using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
  grant select, insert, update, delete on town_secret to vaguemestre_app;
end $$;
