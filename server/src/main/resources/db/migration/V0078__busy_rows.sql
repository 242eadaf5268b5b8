-- Rows that are written once more soon after they were made, or with every sign-in, stay where they are and leave their indexes
-- alone: that takes some room in each page, and no index on what changes.
drop index users_last_sign_in_at;
alter table users set (fillfactor = 90);
alter table authorization_codes set (fillfactor = 80);
alter table refresh_tokens set (fillfactor = 80);
alter table interactions set (fillfactor = 50);
