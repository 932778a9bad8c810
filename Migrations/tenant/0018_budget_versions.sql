-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What each version of the budget says of a line, and the cuts that were refused.

CREATE TABLE budget_line_version (
  id uuid PRIMARY KEY,
  budget_line_id uuid NOT NULL REFERENCES budget_line,
  at timestamptz NOT NULL,
  version text NOT NULL CHECK (version IN ('murni', 'pergeseran', 'perubahan')),
  -- The ceiling before; null where the line is new.
  before bigint CHECK (before >= 0),
  ceiling bigint NOT NULL CHECK (ceiling >= 0),
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX budget_line_version_line ON budget_line_version (budget_line_id, at);

CREATE TABLE budget_red_line (
  id uuid PRIMARY KEY,
  budget_line_id uuid NOT NULL REFERENCES budget_line,
  at timestamptz NOT NULL,
  version text NOT NULL CHECK (version IN ('murni', 'pergeseran', 'perubahan')),
  -- What the file asked for, what the line had, and what was promised or spent of it.
  asked bigint NOT NULL CHECK (asked >= 0),
  ceiling bigint NOT NULL,
  used bigint NOT NULL CHECK (used > asked),
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX budget_red_line_newest ON budget_red_line (at DESC, id DESC);

GRANT SELECT, INSERT ON budget_line_version, budget_red_line TO :role;
