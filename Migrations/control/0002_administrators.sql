-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Central administrators: they run the tenants and see none of their business data.

CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)) UNIQUE,
  name text NOT NULL,
  password_hash text,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  last_seen timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  user_agent text
);
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE sign_in_failure (
  subject bytea PRIMARY KEY,
  failures integer NOT NULL,
  since timestamptz NOT NULL,
  blocked_until timestamptz
);

CREATE TABLE idempotency (
  owner text NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status integer,
  answer bytea,
  etag text,
  location text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (owner, route, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  role text NOT NULL,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  rule_version text,
  leaf bytea NOT NULL
);
CREATE INDEX audit_entry_time ON audit_entry (at, id);

GRANT SELECT, INSERT ON app_user, session, invitation, sign_in_failure, idempotency, audit_entry TO eorder_control;
GRANT UPDATE (password_hash, active, name, version) ON app_user TO eorder_control;
GRANT UPDATE (last_seen) ON session TO eorder_control;
GRANT UPDATE (used_at) ON invitation TO eorder_control;
GRANT UPDATE ON sign_in_failure TO eorder_control;
GRANT UPDATE (status, answer, etag, location) ON idempotency TO eorder_control;
GRANT DELETE ON session, idempotency, sign_in_failure TO eorder_control;
GRANT SELECT, INSERT ON app_user, invitation, audit_entry TO eorder_migrator;
GRANT UPDATE (name, active, version) ON app_user TO eorder_migrator;
