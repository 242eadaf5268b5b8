-- Personal access tokens. Shown again by the API, so sealed; found by a keyed digest of their value.
create table personal_access_tokens (
  tenant_id text not null,
  user_id text not null,
  name varchar(256) not null check (name <> ''),
  value bytea not null,
  digest bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  constraint personal_access_tokens_name primary key (tenant_id, user_id, name),
  constraint personal_access_tokens_digest unique (tenant_id, digest),
  constraint personal_access_tokens_user foreign key (tenant_id, user_id) references users on delete cascade
);
select protect('personal_access_tokens');
