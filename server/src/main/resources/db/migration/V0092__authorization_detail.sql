-- What applications may ask in detail, besides scopes.
create table authorization_detail_types (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  type text not null,
  display_name text not null, -- what people read
  resource text, -- the indicator of the API resource that it is for; null for any
  fields jsonb not null, -- which members a detail may have
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, type)
);
select protect('authorization_detail_types');
