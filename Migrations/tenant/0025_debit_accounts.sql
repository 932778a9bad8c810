-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Accounts of units that the bank may debit (AUTODEBIT): the treasurer registers them, one at a time for each unit.

CREATE TABLE debit_account (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  bank_code text NOT NULL,
  account_number text NOT NULL,
  account_name text NOT NULL,
  registered_at timestamptz NOT NULL,
  registered_by uuid NOT NULL REFERENCES app_user,
  closed_at timestamptz,
  closed_by uuid REFERENCES app_user,
  close_reason text,
  version integer NOT NULL DEFAULT 1,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  close_audit_id uuid REFERENCES audit_entry,
  CHECK ((closed_at IS NULL) = (close_audit_id IS NULL))
);
CREATE UNIQUE INDEX debit_account_open ON debit_account (unit_id) WHERE closed_at IS NULL;
CREATE INDEX debit_account_newest ON debit_account (registered_at DESC, id DESC);

GRANT SELECT, INSERT ON debit_account TO :role;
GRANT UPDATE (closed_at, closed_by, close_reason, close_audit_id, version) ON debit_account TO :role;
