-- How applications introduce themselves to people who read single languages: name, picture, terms and privacy policy by BCP 47 tag.
alter table application_sign_in_experiences add column in_languages jsonb not null default '{}';
