-- Which of the person's identities the tokens belong to: they go with it. No row has been written before this.
alter table token_sets
  add column target text not null,
  add column identity_id text not null,
  add column token_type text,
  add column has_refresh_token boolean not null,
  add column updated_at timestamptz not null,
  add constraint token_sets_identity foreign key (tenant_id, user_id, target) references user_identities on delete cascade;
create index token_sets_target on token_sets (tenant_id, user_id, target);
