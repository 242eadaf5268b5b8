-- The tenant's own words on the hosted pages, by language: a tree of texts over the product's.
create table custom_phrases (
  tenant_id text not null references tenants on delete cascade,
  language_tag text not null check (length(language_tag) <= 16),
  id text not null,
  translation jsonb not null,
  primary key (tenant_id, language_tag)
);
select protect('custom_phrases');

-- Sign-in settings as an administrator is trying them out, shown to whoever holds the link.
create table sign_in_previews (
  tenant_id text not null references tenants on delete cascade,
  token_hash text not null,
  made_by text not null,
  draft jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash)
);
create index sign_in_previews_expires_at on sign_in_previews (expires_at);
select protect('sign_in_previews');
