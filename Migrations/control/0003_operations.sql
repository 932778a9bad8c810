-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Operations that cannot be asked for twice at once, all versions of a tenant's rules, narrower rights.

ALTER TABLE operation ADD COLUMN payload_sha256 bytea GENERATED ALWAYS AS (sha256(payload)) STORED;

-- What an earlier release let in twice; the first of each is carried out.
UPDATE operation SET state = 'failed', error = 'the same was asked for already'
WHERE state IN ('waiting', 'running') AND EXISTS (
  SELECT FROM operation o
  WHERE o.kind = operation.kind AND o.tenant_slug = operation.tenant_slug AND o.state IN ('waiting', 'running')
    AND (o.payload_sha256 = operation.payload_sha256 OR (o.state = 'running' AND operation.state = 'running'))
    AND (o.created_at, o.id) < (operation.created_at, operation.id));

-- The same thing is asked for once; another file for the same tenant waits its turn.
CREATE UNIQUE INDEX operation_asked ON operation (kind, tenant_slug, payload_sha256)
  WHERE state IN ('waiting', 'running');
-- One operation builds or migrates a tenant at a time; suspending it does not wait for that one.
CREATE UNIQUE INDEX operation_running ON operation (tenant_slug, (kind IN ('suspend', 'resume')))
  WHERE state = 'running';

-- Every version of a tenant's rules that was accepted, in the order of acceptance.
CREATE TABLE tenant_version (
  tenant_id uuid NOT NULL REFERENCES tenant,
  position integer NOT NULL CHECK (position > 0),
  settings bytea NOT NULL,
  settings_sha256 bytea NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, position)
);
INSERT INTO tenant_version (tenant_id, position, settings, settings_sha256, accepted_at)
SELECT id, 1, settings, settings_sha256, created_at FROM tenant WHERE state IN ('active', 'suspended', 'archived');

GRANT SELECT ON tenant_version TO eorder_control;
GRANT SELECT, INSERT ON tenant_version TO eorder_migrator;
-- Whoever asks for a tenant sees it at once, with the steps that wait.
GRANT INSERT (id, slug, code, name, state, state_since, settings, settings_sha256, created_at) ON tenant
  TO eorder_control;
GRANT INSERT (operation_id, position, name, state) ON operation_step TO eorder_control;
REVOKE UPDATE ON sign_in_failure FROM eorder_control;
GRANT UPDATE (failures, since, blocked_until) ON sign_in_failure TO eorder_control;
