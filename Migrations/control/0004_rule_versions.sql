-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Versions of a tenant's rules that two people of the province made there, besides those that the operator onboarded.

-- The draft in the tenant's schema; null for a version that came with a file.
ALTER TABLE tenant_version ADD COLUMN draft_id uuid UNIQUE;

-- The service publishes an approved draft; what was accepted before it can neither change nor remove.
GRANT INSERT (tenant_id, position, settings, settings_sha256, accepted_at, draft_id) ON tenant_version
  TO eorder_control;
