-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Units, people, their roles and sessions, the audit log and the records of repeated requests.

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  parent_id uuid REFERENCES unit,
  -- Codes from the root to this unit, so that one index answers "this unit and all below".
  path text[] NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)) UNIQUE,
  name text NOT NULL,
  -- The person behind the account: NIP of an official, NIK of a vendor's owner; duties are held apart by it.
  person text NOT NULL,
  nip text,
  phone text,
  unit_id uuid REFERENCES unit,
  vendor_id uuid,
  certificate_number text,
  certificate_until date,
  password_hash text,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX app_user_vendor ON app_user (vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX app_user_newest ON app_user (created_at DESC, id DESC);

CREATE TABLE user_role (
  user_id uuid NOT NULL REFERENCES app_user,
  role text NOT NULL CHECK (role IN (
    'budget_owner', 'commitment_officer', 'technical_officer', 'procurement_officer', 'treasurer',
    'finance_verifier', 'goods_keeper', 'auditor', 'vendor_owner', 'vendor_staff', 'verifier',
    'tenant_admin', 'rule_approver')),
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, role)
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
  -- Canonical bytes of the whole entry; the columns beside it repeat what is searched for.
  leaf bytea NOT NULL
);
CREATE INDEX audit_entry_time ON audit_entry (at, id);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id);

GRANT SELECT, INSERT ON unit, app_user, user_role, session, invitation, sign_in_failure, idempotency, audit_entry TO :role;
GRANT UPDATE (name, parent_id, path) ON unit TO :role;
GRANT UPDATE (email, name, person, nip, phone, unit_id, vendor_id, certificate_number, certificate_until, password_hash, active, version) ON app_user TO :role;
GRANT UPDATE (last_seen) ON session TO :role;
GRANT UPDATE (used_at) ON invitation TO :role;
GRANT UPDATE ON sign_in_failure TO :role;
GRANT UPDATE (status, answer, etag, location) ON idempotency TO :role;
GRANT DELETE ON user_role, session, sign_in_failure, idempotency TO :role;
