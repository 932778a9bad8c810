-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Needs of a package, from preparation to the order that stands for them.

CREATE TABLE need (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('assigned', 'prepared', 'with_officer', 'ordered', 'cancelled')),
  package_id uuid NOT NULL REFERENCES package,
  unit_id uuid NOT NULL REFERENCES unit,
  budget_line_id uuid NOT NULL REFERENCES budget_line,
  commitment_officer_id uuid NOT NULL REFERENCES app_user,
  -- The procurement officer who was given it.
  officer_id uuid REFERENCES app_user,
  title text NOT NULL,
  specification text,
  category text REFERENCES category,
  quantity bigint CHECK (quantity BETWEEN 1 AND 1000000),
  unit_of_measure text,
  needed_on date,
  street text,
  region_code text,
  own_estimate bigint CHECK (own_estimate > 0),
  estimate_basis text,
  catalogue_result text CHECK (catalogue_result IN ('not_found', 'found', 'not_checked')),
  catalogue_reason text,
  catalogue_evidence text,
  order_id uuid REFERENCES purchase_order,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX need_newest ON need (created_at DESC, id DESC);
CREATE INDEX need_package ON need (package_id);

CREATE TABLE need_event (
  id uuid PRIMARY KEY,
  need_id uuid NOT NULL REFERENCES need,
  position integer NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  actor_name text NOT NULL,
  role text NOT NULL,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  UNIQUE (need_id, position)
);

ALTER TABLE purchase_order ADD COLUMN need_id uuid REFERENCES need;
CREATE INDEX order_need ON purchase_order (need_id) WHERE need_id IS NOT NULL;

GRANT SELECT, INSERT ON need, need_event TO :role;
GRANT UPDATE (state, commitment_officer_id, officer_id, specification, category, quantity, unit_of_measure, needed_on, street, region_code,
  own_estimate, estimate_basis, catalogue_result, catalogue_reason, catalogue_evidence, order_id, updated_at, version)
  ON need TO :role;

-- Orders that were issued before their first value was kept.
UPDATE purchase_order SET initial_gross = gross WHERE initial_gross IS NULL AND issued_at IS NOT NULL;
