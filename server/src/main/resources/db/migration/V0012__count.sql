-- How many rows a tenant has of a noun, without counting them: append-only deltas, folded by a job.
create table counts (
  tenant_id text not null references tenants on delete cascade,
  noun text not null,
  total bigint not null default 0,
  primary key (tenant_id, noun)
);
select protect('counts');

create table count_deltas (
  tenant_id text not null,
  noun text not null,
  id bigint generated always as identity,
  delta bigint not null,
  primary key (tenant_id, noun, id)
);
select protect('count_deltas');

create function count_inserted() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta) select tenant_id, tg_table_name, count(*) from changed group by tenant_id;
  return null;
end $$;
create function count_deleted() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, tg_table_name, -count(*) from changed where exists (select from tenants where tenants.id = changed.tenant_id) group by tenant_id;
  return null;
end $$;

create function counted(owned regclass) returns void language plpgsql as $$
begin
  execute format('create trigger count_inserted after insert on %s referencing new table as changed for each statement execute function count_inserted()', owned);
  execute format('create trigger count_deleted after delete on %s referencing old table as changed for each statement execute function count_deleted()', owned);
end $$;
select counted('users');

-- The unfiltered total of a noun, for the tenant of the statement.
create function total_of(noun text) returns bigint language sql stable as $$
  select coalesce((select total from counts c where c.tenant_id = current_setting('gatehouse.tenant', true) and c.noun = $1), 0)
       + coalesce((select sum(delta) from count_deltas d where d.tenant_id = current_setting('gatehouse.tenant', true) and d.noun = $1), 0)::bigint
$$;
