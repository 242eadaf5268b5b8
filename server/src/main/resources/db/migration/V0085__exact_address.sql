-- An exact search for an e-mail address goes by its key: the trigrams of a provider's domain are in every address.
create or replace function user_search_comparison(field text, mode text, given text[], case_sensitive boolean) returns text
  language plpgsql immutable as $$
begin
  if field <> all (array['id', 'primary_email', 'primary_phone', 'username', 'name']) then
    raise exception 'not a field of the search: %', field;
  end if;
  return case mode
    when 'LIKE' then format(case when case_sensitive then 'u.%I like %L' else 'u.%I ilike %L' end, field, given[1])
    when 'SIMILAR_TO' then format('u.%I similar to %L', field, given[1])
    when 'POSIX' then format(case when case_sensitive then 'u.%I ~ %L' else 'u.%I ~* %L' end, field, given[1])
    else (select '(' || string_agg(user_equality(field, one, case_sensitive), ' or ') || ')' from unnest(given) one) end;
end $$;

-- Beyond ASCII, what is lower case depends on the database's collation, and the trigrams serve.
create function user_equality(field text, given text, case_sensitive boolean) returns text
  language plpgsql immutable as $$
declare
  equality constant text := case
    when case_sensitive then format('u.%I = %L', field, given)
    else format('u.%I ilike %L', field, regexp_replace(given, '([\\%_])', '\\\1', 'g')) end;
begin
  if field = 'primary_email' and given ~ '^[\x21-\x7e]*$' then
    return format('(u.email_key = %L and %s)', lower(given), equality);
  end if;
  return equality;
end $$;
