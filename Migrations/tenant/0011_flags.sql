-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Red flags with what auditors and officers said of them, and what still has to be looked at.

CREATE TABLE flag (
  id uuid PRIMARY KEY,
  code text NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  severity text NOT NULL CHECK (severity IN ('block', 'hold', 'warn', 'info')),
  state text NOT NULL CHECK (state IN ('open', 'asked', 'explained', 'accepted', 'escalated')),
  -- What tells flags of one code apart: an order, an officer in a quarter, a unit and a day.
  subject_key text NOT NULL,
  -- Whether it stands for an order that was refused.
  attempt boolean NOT NULL DEFAULT false,
  unit_id uuid NOT NULL REFERENCES unit,
  order_id uuid REFERENCES purchase_order,
  vendor_id uuid REFERENCES vendor,
  package_id uuid REFERENCES package,
  need_id uuid REFERENCES need,
  -- The commitment officer who is to explain.
  officer_id uuid REFERENCES app_user,
  rules_version text NOT NULL,
  legal text NOT NULL,
  message jsonb NOT NULL,
  explanation jsonb NOT NULL,
  -- What the commitment officer wrote while issuing.
  justification text,
  raised_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT flag_once UNIQUE (code, subject_key)
);
CREATE INDEX flag_newest ON flag (raised_at DESC, id DESC);
CREATE INDEX flag_order ON flag (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX flag_officer ON flag (officer_id, raised_at DESC) WHERE officer_id IS NOT NULL;

CREATE TABLE flag_event (
  id uuid PRIMARY KEY,
  flag_id uuid NOT NULL REFERENCES flag,
  position integer NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  actor_name text NOT NULL,
  role text NOT NULL,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  reason_code text,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  UNIQUE (flag_id, position)
);

GRANT SELECT, INSERT ON flag, flag_event TO :role;
GRANT UPDATE (severity, state, officer_id, rules_version, legal, message, explanation, justification, updated_at,
  version) ON flag TO :role;

-- The prices that were paid for a product, newest first.
CREATE INDEX order_line_product ON order_line (product_id, id DESC);
CREATE INDEX product_standard_price ON product (standard_price_code) WHERE standard_price_code IS NOT NULL;
