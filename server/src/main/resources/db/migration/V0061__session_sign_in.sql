-- How a session was signed in: at which application, and what the person showed.
alter table sessions add column application_id text;
