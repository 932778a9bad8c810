-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What the steps of an order after its issue keep: the account, the first value, parts that were handed over,
-- what lies over the order, and the ratings.

-- Bank code and account number when the vendor accepted: money goes there, or somebody says why not.
ALTER TABLE purchase_order ADD COLUMN bank_at_acceptance text;
-- The value at issue, from which the limit of amendments is reckoned.
ALTER TABLE purchase_order ADD COLUMN initial_gross bigint CHECK (initial_gross >= 0);

ALTER TABLE order_line ADD COLUMN handed_over bigint NOT NULL DEFAULT 0 CHECK (handed_over BETWEEN 0 AND quantity);

ALTER TABLE order_timer DROP CONSTRAINT order_timer_kind_check;
ALTER TABLE order_timer ADD CONSTRAINT order_timer_kind_check CHECK (
  kind IN ('accept', 'inspect', 'invoice', 'verify', 'pay', 'close', 'cure', 'dispute', 'amendment', 'hold'));

CREATE TABLE order_overlay (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  kind text NOT NULL CHECK (kind IN ('hold', 'dispute_open', 'amendment_pending', 'cancel_proposed')),
  side text NOT NULL CHECK (side IN ('vendor', 'province')),
  user_id uuid NOT NULL REFERENCES app_user,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz,
  reason text,
  -- What was proposed or claimed, then answered and decided.
  detail jsonb NOT NULL DEFAULT '{}',
  ended_at timestamptz,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE UNIQUE INDEX order_overlay_open ON order_overlay (order_id, kind) WHERE ended_at IS NULL;
CREATE INDEX order_overlay_order ON order_overlay (order_id, at);

CREATE TABLE order_rating (
  order_id uuid NOT NULL REFERENCES purchase_order,
  side text NOT NULL CHECK (side IN ('vendor', 'province')),
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  comment text,
  user_id uuid NOT NULL REFERENCES app_user,
  at timestamptz NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  PRIMARY KEY (order_id, side)
);

GRANT SELECT, INSERT ON order_overlay, order_rating TO :role;
GRANT UPDATE (until, detail, ended_at) ON order_overlay TO :role;
GRANT UPDATE (bank_at_acceptance, initial_gross) ON purchase_order TO :role;
GRANT UPDATE (quantity, handed_over) ON order_line TO :role;
