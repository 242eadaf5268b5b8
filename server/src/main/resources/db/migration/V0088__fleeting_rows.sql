-- Rows that live for minutes, or that go with their person: a reference to the tenant or the application locks that one row
-- with every insert, for rows that the purge takes anyway.
alter table sessions drop constraint sessions_tenant_id_fkey;
alter table interactions drop constraint interactions_tenant_id_fkey;
alter table dpop_proofs drop constraint dpop_proofs_tenant_id_fkey;
alter table client_assertions drop constraint client_assertions_tenant_id_application_id_fkey;
