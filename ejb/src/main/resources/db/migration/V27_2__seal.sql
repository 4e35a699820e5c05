-- SIG2: the town's seal on a signed reply is a proof of its own, beside the signature's. certificate names its holder and issuer,
-- certificate_print is the SHA-256 of the certificate.
alter table signature_proof drop constraint signature_proof_tenant_id_reply_version_id_key;
alter table signature_proof add unique (tenant_id, reply_version_id, kind);
alter table signature_proof add column certificate varchar(1000);
alter table signature_proof add column certificate_print char(64);
