-- A tenant's own wording of a type of e-mail in a language.
create table email_templates (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  language_tag varchar(16) not null,
  template_type varchar(64) not null,
  details jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, language_tag, template_type)
);
select protect('email_templates');

-- Proofs of an e-mail address. The API shows a token again, so it is sealed, and found by its keyed digest.
create table one_time_tokens (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  email varchar(128) not null,
  token bytea not null,
  token_digest bytea not null,
  context jsonb not null,
  status text not null check (status in ('active', 'consumed', 'revoked', 'expired')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_digest)
);
create index one_time_tokens_created on one_time_tokens (tenant_id, created_at desc, id desc);
create index one_time_tokens_email on one_time_tokens (tenant_id, email, created_at desc);
create index one_time_tokens_expired on one_time_tokens (expires_at);
select protect('one_time_tokens');
