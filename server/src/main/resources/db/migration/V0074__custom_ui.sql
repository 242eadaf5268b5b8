-- Sign-in pages of a tenant's own, one row an archive and one a file.
create table custom_uis (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
select protect('custom_uis');

create table custom_ui_files (
  tenant_id text not null references tenants on delete cascade,
  custom_ui_id text not null,
  path varchar(300) not null,
  content bytea not null,
  primary key (tenant_id, custom_ui_id, path),
  foreign key (tenant_id, custom_ui_id) references custom_uis on delete cascade
);
select protect('custom_ui_files');
