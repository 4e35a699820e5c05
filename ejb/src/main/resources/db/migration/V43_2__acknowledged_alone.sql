-- DEL2: whether the ARE of a type's electronic letters leaves by itself once they are qualified.
alter table document_type add column acknowledged_alone boolean not null default false;
