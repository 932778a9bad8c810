-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- The registry of tenants, what is being done to them, and the clock.

CREATE TABLE tenant (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  code text NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('onboarding', 'active', 'suspended', 'archived', 'failed')),
  state_since timestamptz NOT NULL,
  epoch integer NOT NULL DEFAULT 1,
  -- An opaque number that notifications carry instead of a name.
  number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  settings bytea NOT NULL,
  settings_sha256 bytea NOT NULL,
  schema_version integer NOT NULL DEFAULT 0,
  fingerprint text,
  created_at timestamptz NOT NULL
);

CREATE TABLE tenant_host (
  host text PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant
);

CREATE TABLE operation (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('onboard', 'migrate', 'suspend', 'resume', 'advance_clock')),
  tenant_slug text,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  payload bytea NOT NULL,
  result bytea,
  error text,
  asked_by text NOT NULL,
  created_at timestamptz NOT NULL,
  lease_until timestamptz
);
CREATE INDEX operation_open ON operation (created_at) WHERE state IN ('waiting', 'running');
CREATE INDEX operation_tenant ON operation (tenant_slug, created_at);

CREATE TABLE operation_step (
  operation_id uuid NOT NULL REFERENCES operation,
  position integer NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  error text,
  started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (operation_id, position)
);

CREATE TABLE tenant_migration (
  tenant_id uuid NOT NULL REFERENCES tenant,
  version integer NOT NULL,
  sha256 text NOT NULL,
  state text NOT NULL CHECK (state IN ('done', 'failed')),
  error text,
  finished_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, version)
);

-- Seconds that the service's clock is ahead of the machine's.
CREATE TABLE clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  offset_microseconds bigint NOT NULL DEFAULT 0,
  adjustable boolean NOT NULL DEFAULT false
);
INSERT INTO clock DEFAULT VALUES;

GRANT SELECT ON tenant, tenant_host, operation_step, tenant_migration, clock TO eorder_control;
GRANT SELECT, INSERT ON operation TO eorder_control;
GRANT SELECT, INSERT, UPDATE ON tenant, tenant_host, operation, operation_step, tenant_migration, clock TO eorder_migrator;
GRANT DELETE ON tenant_host TO eorder_migrator;
