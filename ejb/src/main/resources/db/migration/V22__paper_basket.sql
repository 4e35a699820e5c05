-- O15: towns founded before get the basket of letters that whoever answers has to have signed by hand.
insert into basket (tenant_id, id, version, code, label, section, rule, position)
  select b.tenant_id, nextval('row_id'), 1, 'TO_HAVE_SIGNED', 'À faire signer', 'MINE',
         '{"closed":false,"rule":{"all":[{"is":"TO_ME"},{"is":"PAPER_AT_HAND"}]}}', max(b.position) + 1
    from basket b group by b.tenant_id;
