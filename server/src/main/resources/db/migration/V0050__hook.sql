-- Receivers of events. The configuration and the key that signs are sealed.
create table hooks (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(256) not null default '',
  event varchar(128),
  events text[] not null default '{}',
  config bytea not null,
  signing_key bytea not null,
  enabled boolean not null default true,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index hooks_created on hooks (tenant_id, created_at desc, id desc);
select protect('hooks');

-- The outbox: an event for one hook, written in the transaction of what happened. What is not ended is to be delivered;
-- until holds_until it holds back later ones about the same subject.
create table hook_deliveries (
  tenant_id text not null,
  id text not null,
  hook_id text not null,
  sequence bigint generated always as identity,
  event varchar(128) not null,
  subject varchar(300) not null,
  payload text not null,
  created_at timestamptz not null,
  holds_until timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  lease_until timestamptz,
  ended_at timestamptz,
  delivered boolean not null default false,
  last_status integer,
  last_error text,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, hook_id) references hooks on delete cascade
);
create index hook_deliveries_due on hook_deliveries (tenant_id, hook_id, due_at) where ended_at is null;
create index hook_deliveries_leased on hook_deliveries (tenant_id, hook_id, lease_until) where ended_at is null;
create index hook_deliveries_subject on hook_deliveries (tenant_id, hook_id, subject, sequence) where ended_at is null;
create index hook_deliveries_next on hook_deliveries (due_at) where ended_at is null;
create index hook_deliveries_listed on hook_deliveries (tenant_id, hook_id, sequence desc);
create index hook_deliveries_expired on hook_deliveries (expires_at);
select protect('hook_deliveries');
