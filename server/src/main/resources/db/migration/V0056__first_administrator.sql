-- As long as nobody administers, the admin tenant takes registrations only: the first account is put in charge.
select set_config('gatehouse.tenant', 'admin', true);
update sign_in_experiences set value = jsonb_set(value, '{signInMode}', '"Register"')
where tenant_id = 'admin' and value ->> 'signInMode' = 'SignIn' and not exists (select 1 from users where tenant_id = 'admin');
