-- Uploaded files. Stored without compression, so that a slice of the content is read without the rest.
create table user_assets (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(256) not null,
  media_type varchar(64) not null,
  size integer not null check (size between 0 and 20971520),
  created_by text not null,
  created_at timestamptz not null,
  content bytea not null,
  primary key (tenant_id, id)
);
alter table user_assets alter column content set storage external;
select protect('user_assets');
