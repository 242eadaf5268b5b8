-- How many files somebody has sent.
create index user_assets_creator on user_assets (tenant_id, created_by);
