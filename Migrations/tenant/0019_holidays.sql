-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Holidays that were laid down, moved or withdrawn since the rules were written.

CREATE TABLE holiday (
  id uuid PRIMARY KEY,
  day date NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('national', 'collective_leave', 'local', 'working_day')),
  source text NOT NULL,
  at timestamptz NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry
);

GRANT SELECT, INSERT ON holiday TO :role;
GRANT UPDATE (name, kind, source, at, audit_id) ON holiday TO :role;
