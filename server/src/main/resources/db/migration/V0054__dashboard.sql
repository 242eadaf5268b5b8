-- New people a day (UTC) without counting them: deltas under the noun users@<day>, folded like every other counter.
create function count_day_inserted() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, tg_table_name || '@' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)
    from changed group by 1, 2;
  return null;
end $$;
create function count_day_deleted() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, tg_table_name || '@' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), -count(*)
    from changed where exists (select from tenants where tenants.id = changed.tenant_id) group by 1, 2;
  return null;
end $$;
create trigger count_day_inserted after insert on users referencing new table as changed
  for each statement execute function count_day_inserted();
create trigger count_day_deleted after delete on users referencing old table as changed
  for each statement execute function count_day_deleted();

do $$
declare
  tenant text;
begin
  foreach tenant in array array['default', 'admin'] loop
    perform set_config('gatehouse.tenant', tenant, true);
    insert into counts (tenant_id, noun, total)
      select tenant_id, 'users@' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)
      from users where tenant_id = tenant group by 1, 2;
  end loop;
end $$;

-- Who of a day was not there in the days before is one look a person.
create index active_users_user on active_users (tenant_id, user_id, day);
