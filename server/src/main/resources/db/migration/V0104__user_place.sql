-- Where people have signed in, a row a country: what an adaptive second factor compares a sign-in with.
create table user_places (
  tenant_id text not null,
  user_id text not null,
  country text not null, -- as the proxy names it; empty where it tells coordinates alone
  latitude double precision,
  longitude double precision,
  seen_at timestamptz not null,
  primary key (tenant_id, user_id, country),
  foreign key (tenant_id, user_id) references users on delete cascade
);
select protect('user_places');
