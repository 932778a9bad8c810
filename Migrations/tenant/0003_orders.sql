-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Budget lines, packages, orders with everything that happens to them.

CREATE TABLE budget_line (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  unit_id uuid NOT NULL REFERENCES unit,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  activity_code text NOT NULL,
  account text NOT NULL,
  name text NOT NULL,
  fund_source text NOT NULL,
  version text NOT NULL CHECK (version IN ('murni', 'pergeseran', 'perubahan')),
  ceiling bigint NOT NULL CHECK (ceiling >= 0),
  reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  committed bigint NOT NULL DEFAULT 0 CHECK (committed >= 0),
  realised bigint NOT NULL DEFAULT 0 CHECK (realised >= 0),
  created_at timestamptz NOT NULL,
  CONSTRAINT budget_available CHECK (reserved + committed + realised <= ceiling)
);
CREATE INDEX budget_line_unit ON budget_line (unit_id);
CREATE INDEX budget_line_newest ON budget_line (created_at DESC, id DESC);

CREATE TABLE package (
  id uuid PRIMARY KEY,
  rup_code text NOT NULL UNIQUE,
  name text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  year integer NOT NULL,
  method text NOT NULL CHECK (method IN ('direct', 'small_tender', 'exempted')),
  ceiling bigint NOT NULL CHECK (ceiling > 0),
  announced_on date NOT NULL,
  catalogue_result text CHECK (catalogue_result IN ('not_found', 'found', 'not_checked')),
  catalogue_evidence text,
  own_estimate bigint,
  commitment_officer_id uuid REFERENCES app_user,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX package_unit ON package (unit_id);
CREATE INDEX package_newest ON package (created_at DESC, id DESC);

CREATE TABLE package_budget_line (
  package_id uuid NOT NULL REFERENCES package,
  budget_line_id uuid NOT NULL REFERENCES budget_line,
  PRIMARY KEY (package_id, budget_line_id)
);

CREATE TABLE purchase_order (
  id uuid PRIMARY KEY,
  number text UNIQUE,
  state text NOT NULL CHECK (state IN (
    'draft', 'submitted', 'issued', 'accepted', 'in_fulfilment', 'delivered', 'handed_over', 'invoiced',
    'verified_for_payment', 'payment_requested', 'payment_approved', 'paid', 'closed',
    'rejected', 'declined', 'expired', 'cancelled', 'terminated')),
  package_id uuid NOT NULL REFERENCES package,
  unit_id uuid NOT NULL REFERENCES unit,
  budget_line_id uuid NOT NULL REFERENCES budget_line,
  vendor_id uuid NOT NULL REFERENCES vendor,
  vendor_name text NOT NULL,
  commitment_officer_id uuid REFERENCES app_user,
  street text NOT NULL,
  region_code text NOT NULL,
  deliver_by date NOT NULL,
  payment_mode text NOT NULL CHECK (payment_mode IN ('UP', 'GU', 'TU', 'LS', 'KKPD', 'AUTODEBIT')),
  note text,
  justification text,
  catalogue_result text,
  catalogue_reason text,
  catalogue_evidence text,
  compared_prices jsonb NOT NULL DEFAULT '[]',
  account text NOT NULL,
  ocid text NOT NULL UNIQUE,
  discarded boolean NOT NULL DEFAULT false,
  -- Money of the order, whole rupiah; accepted_gross is what the handover fixed.
  price_ex_vat bigint NOT NULL,
  vat_base bigint NOT NULL,
  vat bigint NOT NULL,
  vat_collected bigint NOT NULL,
  gross bigint NOT NULL CHECK (gross >= 0),
  withheld bigint NOT NULL,
  net_to_vendor bigint NOT NULL,
  accepted_gross bigint CHECK (accepted_gross <= gross),
  paid_amount bigint,
  decision jsonb NOT NULL,
  rules_version text NOT NULL,
  food boolean NOT NULL,
  invoice_number text,
  invoice_date date,
  tax_invoice_number text,
  payment_reference text UNIQUE,
  paid_on date,
  tax_deposits jsonb,
  delivery_note text,
  -- Who did what, by person and not by account, so that the duties stay apart.
  created_person text NOT NULL,
  submitted_person text,
  issued_person text,
  proposed_person text,
  inspected_person text,
  requested_person text,
  approved_person text,
  paid_person text,
  kpa_as_ppk boolean NOT NULL,
  submitted_at timestamptz,
  issued_at timestamptz,
  handed_over_at timestamptz,
  invoiced_at timestamptz,
  paid_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT net_adds_up CHECK (net_to_vendor + vat_collected + withheld = gross),
  CONSTRAINT duty_create_issue CHECK (created_person <> issued_person),
  CONSTRAINT duty_submit_issue CHECK (submitted_person <> issued_person),
  CONSTRAINT duty_issue_request CHECK (issued_person <> requested_person),
  CONSTRAINT duty_issue_pay CHECK (issued_person <> paid_person),
  CONSTRAINT duty_create_inspect CHECK (created_person <> inspected_person),
  CONSTRAINT duty_inspect_request CHECK (inspected_person <> requested_person),
  CONSTRAINT duty_inspect_pay CHECK (inspected_person <> paid_person),
  CONSTRAINT duty_request_approve CHECK (requested_person <> approved_person),
  CONSTRAINT duty_issue_approve CHECK (kpa_as_ppk OR issued_person <> approved_person)
);
CREATE INDEX order_newest ON purchase_order (created_at DESC, id DESC);
CREATE INDEX order_vendor ON purchase_order (vendor_id, created_at DESC, id DESC);
CREATE INDEX order_unit ON purchase_order (unit_id, created_at DESC, id DESC);
CREATE INDEX order_package ON purchase_order (package_id);
CREATE INDEX order_window ON purchase_order (unit_id, account, submitted_at) WHERE submitted_at IS NOT NULL;

CREATE TABLE order_line (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  position integer NOT NULL,
  product_id uuid NOT NULL REFERENCES product,
  name text NOT NULL,
  category text NOT NULL,
  unit_of_measure text NOT NULL,
  unit_price bigint NOT NULL CHECK (unit_price > 0),
  price_includes_vat boolean NOT NULL,
  tax_class text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  accepted bigint CHECK (accepted BETWEEN 0 AND quantity),
  price_ex_vat bigint NOT NULL,
  vat_base bigint NOT NULL,
  vat bigint NOT NULL,
  gross bigint NOT NULL,
  UNIQUE (order_id, position)
);

CREATE TABLE order_event (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  position integer NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  actor_name text NOT NULL,
  role text NOT NULL,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  detail jsonb,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  UNIQUE (order_id, position)
);

CREATE TABLE order_timer (
  order_id uuid NOT NULL REFERENCES purchase_order,
  kind text NOT NULL CHECK (kind IN ('accept', 'inspect', 'invoice', 'verify', 'pay', 'close', 'cure', 'dispute')),
  due_at timestamptz NOT NULL,
  -- The moment at which the timer does something by itself; null where it only warns.
  fires boolean NOT NULL,
  -- Working days that were left when the timer was paused; null while it runs.
  working_days_left integer,
  PRIMARY KEY (order_id, kind)
);
CREATE INDEX order_timer_due ON order_timer (due_at) WHERE fires;

CREATE TABLE order_attachment (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  kind text NOT NULL CHECK (kind IN ('delivery_note', 'photo', 'invoice', 'tax_invoice', 'receipt', 'attendance', 'evidence', 'other')),
  file_id uuid NOT NULL REFERENCES file,
  user_id uuid NOT NULL REFERENCES app_user,
  created_at timestamptz NOT NULL
);
CREATE INDEX order_attachment_order ON order_attachment (order_id, created_at);

CREATE TABLE order_number (
  unit_id uuid NOT NULL REFERENCES unit,
  year integer NOT NULL,
  last integer NOT NULL CHECK (last >= 0),
  PRIMARY KEY (unit_id, year)
);

CREATE TABLE budget_entry (
  id uuid PRIMARY KEY,
  budget_line_id uuid NOT NULL REFERENCES budget_line,
  order_id uuid REFERENCES purchase_order,
  at timestamptz NOT NULL,
  transition text NOT NULL,
  reserved bigint NOT NULL,
  committed bigint NOT NULL,
  realised bigint NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX budget_entry_line ON budget_entry (budget_line_id);

GRANT SELECT, INSERT ON budget_line, package, package_budget_line, purchase_order, order_line, order_event, order_timer, order_attachment, order_number, budget_entry TO :role;
GRANT UPDATE (unit_id, year, activity_code, account, name, fund_source, version, ceiling, reserved, committed, realised) ON budget_line TO :role;
GRANT UPDATE (name, unit_id, year, method, ceiling, announced_on, catalogue_result, catalogue_evidence, own_estimate, commitment_officer_id, version) ON package TO :role;
GRANT UPDATE ON purchase_order, order_timer TO :role;
GRANT UPDATE (accepted, price_ex_vat, vat_base, vat, gross) ON order_line TO :role;
GRANT UPDATE (last) ON order_number TO :role;
GRANT DELETE ON order_timer, package_budget_line, order_line TO :role;
