-- Drops the months of a monthly table that ended before a day. It waits for nobody long: a later run does what this one could not.
create function drop_months(parent text, before date) returns integer
  language plpgsql security definer set search_path = public set lock_timeout = '2s' as $$
declare
  one text;
  dropped integer := 0;
begin
  for one in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = parent::regclass and c.relname ~ ('^' || parent || '_\d{4}_\d{2}$')
      and c.relname < parent || '_' || to_char(before, 'YYYY_MM')
    order by 1
  loop
    execute format('drop table %I', one);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
revoke execute on function drop_months from public;
grant execute on function drop_months to gatehouse_job;
