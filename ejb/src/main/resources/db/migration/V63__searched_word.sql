-- GRC8: the words of kept and recent searches, folded as contacts are, so that those which name somebody who is erased are found
-- without reading all. Of the words people type alone: what they look for, parts of a letter, tags.
create table kept_search_word (
  tenant_id integer not null default current_tenant() references tenant,
  search_id bigint not null,
  word varchar(500) not null,
  primary key (tenant_id, word, search_id),
  foreign key (tenant_id, search_id) references kept_search (tenant_id, id) on delete cascade
);
create index kept_search_word_of on kept_search_word (tenant_id, search_id);
create table recent_search_word (
  tenant_id integer not null default current_tenant() references tenant,
  agent_id bigint not null,
  asked_sha256 char(64) not null,
  word varchar(500) not null,
  primary key (tenant_id, word, agent_id, asked_sha256),
  foreign key (tenant_id, agent_id, asked_sha256) references recent_search (tenant_id, agent_id, asked_sha256) on delete cascade
);
create index recent_search_word_of on recent_search_word (tenant_id, agent_id, asked_sha256);

do $$
declare t text;
begin
  foreach t in array array['kept_search_word', 'recent_search_word']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant_wall on %I using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', t);
    execute format('grant select, insert, update, delete on %I to vaguemestre_app', t);
  end loop;
end $$;

-- What is there already: the last searches come back as agents search; kept ones are read as the application writes them.
delete from recent_search;
with given as (
  select s.tenant_id, s.id, s.name as said from kept_search s
  union all
  select s.tenant_id, s.id, (select convert_from(decode(string_agg(case when c.m[1] like '%__' then substr(c.m[1], 2) else encode(convert_to(c.m[1], 'UTF8'), 'hex') end, '' order by c.at), 'hex'), 'UTF8')
                               from regexp_matches(replace(replace(split_part(p.pair, '=', 2), '+', ' '), '%00', ' '), '%[0-9A-Fa-f]{2}|.', 'g') with ordinality as c (m, at))
    from kept_search s, regexp_split_to_table(s.asked, '&') as p (pair)
   where split_part(p.pair, '=', 1) in ('q', 'subject', 'sender', 'email', 'city', 'chrono', 'tag')
), folded as (
  select tenant_id, id, lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g')) as said from given where said is not null
)
insert into kept_search_word (tenant_id, search_id, word)
select f.tenant_id, f.id, w.word from folded f, regexp_split_to_table(f.said, '[^[:alnum:]]+') as w (word) where w.word <> ''
union
select f.tenant_id, f.id, right(regexp_replace(d.run[1], '[^0-9]', '', 'g'), 9)
  from folded f, regexp_matches(f.said, '[0-9](?:[^[:alnum:]]*[0-9]){8,}', 'g') as d (run);
