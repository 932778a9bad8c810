-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Parts of an order as they were handed over, each with its money, its lateness and, where it is paid by itself, its
-- payment; what a dispute found due; papers that belong to a dispute.

-- The day on which the goods that wait for inspection arrived.
ALTER TABLE purchase_order ADD COLUMN arrived_on date;
-- What a dispute found due of the order, all taxes included; no more is accepted.
ALTER TABLE purchase_order ADD COLUMN due_gross bigint CHECK (due_gross >= 0);
-- The penalty for lateness that was set off when the order was paid, and the slip of its deposit.
ALTER TABLE purchase_order ADD COLUMN paid_penalty bigint CHECK (paid_penalty BETWEEN 0 AND paid_amount);
ALTER TABLE purchase_order ADD COLUMN penalty_reference text;
-- What the mode of payment asks for: order to pay, warrant, card slip, debit.
ALTER TABLE purchase_order ADD COLUMN payment_papers jsonb NOT NULL DEFAULT '{}';

CREATE TABLE order_part (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  position integer NOT NULL CHECK (position > 0),
  state text NOT NULL CHECK (state IN (
    'handed_over', 'invoiced', 'verified_for_payment', 'payment_requested', 'payment_approved', 'paid')),
  -- Whether the part is paid by itself and not with the order.
  apart boolean NOT NULL DEFAULT false,
  deliver_by date NOT NULL,
  arrived_on date NOT NULL,
  handed_over_at timestamptz NOT NULL,
  quantities jsonb NOT NULL,
  price_ex_vat bigint NOT NULL CHECK (price_ex_vat >= 0),
  vat_base bigint NOT NULL CHECK (vat_base >= 0),
  vat bigint NOT NULL CHECK (vat >= 0),
  vat_collected bigint NOT NULL CHECK (vat_collected >= 0),
  gross bigint NOT NULL CHECK (gross >= 0),
  withheld bigint NOT NULL CHECK (withheld >= 0),
  net_to_vendor bigint NOT NULL CHECK (net_to_vendor >= 0),
  taxes jsonb NOT NULL,
  penalty bigint NOT NULL CHECK (penalty >= 0),
  -- How the penalty was reckoned; null where the part came in time.
  penalty_reckoning jsonb,
  invoice_number text,
  invoice_date date,
  tax_invoice_number text,
  payment_reference text UNIQUE,
  paid_on date,
  paid_amount bigint,
  paid_penalty bigint CHECK (paid_penalty BETWEEN 0 AND paid_amount),
  penalty_reference text,
  payment_papers jsonb NOT NULL DEFAULT '{}',
  tax_deposits jsonb,
  pay_due_at timestamptz,
  issued_person text,
  handed_person text,
  requested_person text,
  approved_person text,
  paid_person text,
  kpa_as_ppk boolean NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  UNIQUE (order_id, position),
  CONSTRAINT part_net_adds_up CHECK (net_to_vendor + vat_collected + withheld = gross),
  CONSTRAINT part_duty_issue_request CHECK (issued_person <> requested_person),
  CONSTRAINT part_duty_issue_pay CHECK (issued_person <> paid_person),
  CONSTRAINT part_duty_inspect_request CHECK (handed_person <> requested_person),
  CONSTRAINT part_duty_inspect_pay CHECK (handed_person <> paid_person),
  CONSTRAINT part_duty_request_approve CHECK (requested_person <> approved_person),
  CONSTRAINT part_duty_issue_approve CHECK (kpa_as_ppk OR issued_person <> approved_person)
);

ALTER TABLE order_attachment ADD COLUMN dispute_id uuid REFERENCES order_overlay;

-- What is said in a dispute after the claim: proposals to settle, answers to them.
CREATE TABLE dispute_entry (
  id uuid PRIMARY KEY,
  dispute_id uuid NOT NULL REFERENCES order_overlay,
  order_id uuid NOT NULL REFERENCES purchase_order,
  kind text NOT NULL CHECK (kind IN ('statement', 'proposal')),
  side text NOT NULL CHECK (side IN ('vendor', 'province')),
  user_id uuid NOT NULL REFERENCES app_user,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('pay', 'part', 'redo', 'end')),
  amount bigint CHECK (amount >= 0),
  body text NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX dispute_entry_dispute ON dispute_entry (dispute_id, at, id);

ALTER TABLE order_timer DROP CONSTRAINT order_timer_kind_check;
ALTER TABLE order_timer ADD CONSTRAINT order_timer_kind_check CHECK (
  kind IN ('accept', 'inspect', 'invoice', 'verify', 'pay', 'close', 'cure', 'dispute', 'amendment', 'hold',
    'remind_submitted', 'escalate_submitted', 'remind_accept_half', 'remind_accept_late', 'remind_invoice',
    'deemed_review'));

GRANT SELECT, INSERT ON order_part, dispute_entry TO :role;
GRANT UPDATE (state, apart, invoice_number, invoice_date, tax_invoice_number, payment_reference, paid_on, paid_amount,
  paid_penalty, penalty_reference, payment_papers, tax_deposits, pay_due_at, requested_person, approved_person,
  paid_person) ON order_part TO :role;
GRANT UPDATE (arrived_on, due_gross, paid_penalty, penalty_reference, payment_papers) ON purchase_order TO :role;
