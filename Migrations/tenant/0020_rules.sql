-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What every decision about an order looked at and by which rules, and changes of the rules that two people make.

-- Rules that decided, each once: canonical JSON of the settings and of the national rules.
CREATE TABLE decision_rules (
  sha256 bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
  version text NOT NULL,
  content text NOT NULL,
  without_year_end boolean NOT NULL,
  kept_at timestamptz NOT NULL,
  CONSTRAINT decision_rules_hash CHECK (sha256 = sha256(convert_to(content, 'UTF8')))
);

-- Facts and decision are canonical JSON as text, so that their hashes are those of the bytes.
CREATE TABLE order_decision (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  at timestamptz NOT NULL,
  step text NOT NULL,
  facts text NOT NULL,
  decision text NOT NULL,
  rules_version text NOT NULL,
  rules_sha256 bytea NOT NULL REFERENCES decision_rules,
  audit_id uuid NOT NULL UNIQUE REFERENCES audit_entry
);
CREATE INDEX order_decision_order ON order_decision (order_id, at DESC, id DESC);
CREATE INDEX order_decision_time ON order_decision (at, id);

CREATE TABLE rule_draft (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('draft', 'approved', 'published', 'discarded')),
  rules_version text NOT NULL,
  effective_from date NOT NULL,
  -- The whole file as it will be published, and the one that it was made from.
  settings bytea NOT NULL,
  settings_sha256 bytea NOT NULL,
  base_sha256 bytea NOT NULL,
  changes jsonb NOT NULL,
  note text,
  simulation jsonb,
  author_id uuid NOT NULL REFERENCES app_user,
  author_name text NOT NULL,
  author_person text NOT NULL,
  approver_id uuid REFERENCES app_user,
  approver_name text,
  approver_person text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT duty_author_approve CHECK (author_person <> approver_person),
  CONSTRAINT approved_by_somebody CHECK ((state IN ('approved', 'published')) = (approver_person IS NOT NULL))
);
CREATE INDEX rule_draft_newest ON rule_draft (created_at DESC, id DESC);
CREATE INDEX rule_draft_approved ON rule_draft (updated_at) WHERE state = 'approved';

CREATE TABLE rule_draft_event (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES rule_draft,
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
  UNIQUE (draft_id, position)
);

GRANT SELECT, INSERT ON decision_rules, order_decision, rule_draft, rule_draft_event TO :role;
GRANT UPDATE (state, simulation, approver_id, approver_name, approver_person, updated_at, version) ON rule_draft TO :role;
