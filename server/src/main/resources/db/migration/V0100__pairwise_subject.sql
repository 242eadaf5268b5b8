-- By which ids the applications of a group know people, where they are not to know the ids that everybody knows. They are made by
-- chance and kept, so that neither a key nor a formula leads from one to the person.
create table pairwise_subjects (
  tenant_id text not null,
  sector text not null,
  user_id text not null,
  subject text not null,
  created_at timestamptz not null,
  primary key (tenant_id, sector, user_id),
  unique (tenant_id, subject),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index pairwise_subjects_user on pairwise_subjects (tenant_id, user_id);
select protect('pairwise_subjects');
