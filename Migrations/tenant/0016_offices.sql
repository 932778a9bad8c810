-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Offices: a role is held by a person for a unit, a budget year and dates, by a decree.

CREATE TABLE office_holding (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user,
  role text NOT NULL CHECK (role IN (
    'budget_owner', 'commitment_officer', 'technical_officer', 'procurement_officer', 'treasurer',
    'finance_verifier', 'goods_keeper', 'auditor', 'vendor_owner', 'vendor_staff', 'verifier',
    'tenant_admin', 'rule_approver')),
  -- Held where the account works, whichever unit that is; else unit_id says where, null being the whole province.
  at_home boolean NOT NULL DEFAULT true,
  unit_id uuid REFERENCES unit,
  -- The budget year whose packages and orders it is for; null where it is for all.
  year integer CHECK (year BETWEEN 2000 AND 2999),
  -- The days that the decree names, and the instants between which the right is there: an end may come earlier.
  from_day date,
  until_day date,
  from_at timestamptz,
  until_at timestamptz,
  decree_number text,
  decree_date date,
  kind text NOT NULL DEFAULT 'definitive' CHECK (kind IN ('definitive', 'acting_plt', 'acting_plh', 'delegate')),
  -- Whose office it is that an acting holder or a delegate takes care of.
  on_behalf_of uuid REFERENCES app_user,
  granted_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  -- Null where the account was given its roles before offices were kept.
  audit_id uuid REFERENCES audit_entry,
  end_audit_id uuid REFERENCES audit_entry,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT office_days CHECK (from_day <= until_day),
  CONSTRAINT office_acting CHECK (kind = 'definitive' OR (until_day IS NOT NULL AND decree_number IS NOT NULL)),
  CONSTRAINT office_home CHECK (NOT at_home OR (unit_id IS NULL AND kind = 'definitive')),
  CONSTRAINT office_behalf CHECK (on_behalf_of <> user_id),
  CONSTRAINT office_end CHECK ((ended_at IS NULL) = (end_audit_id IS NULL))
);
CREATE INDEX office_holding_user ON office_holding (user_id);
CREATE INDEX office_holding_behalf ON office_holding (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX office_holding_newest ON office_holding (granted_at DESC, id DESC);

INSERT INTO office_holding (user_id, role, granted_at) SELECT user_id, role, granted_at FROM user_role;
DROP TABLE user_role;

-- The roles of accounts as the release before this one reads and writes them.
CREATE VIEW user_role AS
  SELECT user_id, role, granted_at FROM office_holding WHERE at_home AND until_at IS NULL;

GRANT SELECT, INSERT ON office_holding TO :role;
GRANT UPDATE (until_at, ended_at, end_reason, end_audit_id, version) ON office_holding TO :role;
GRANT SELECT, INSERT, DELETE ON user_role TO :role;
