-- A grant outlives the session that it was given in: its application still knows it by that, and hears of it when it is taken back.
alter table grants add column begun_session_id text;
