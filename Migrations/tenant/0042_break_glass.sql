-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- A central administrator reads in the province for an hour at most: opened with a reason, told to the province,
-- ended by either side.

CREATE TABLE break_glass (
  id uuid PRIMARY KEY,
  -- The administrator as central administration knew it then; nobody of this schema.
  admin_id uuid NOT NULL,
  admin_name text NOT NULL,
  admin_email text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  opened_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- Of the key that is exchanged once for the session's token.
  key_hash bytea NOT NULL UNIQUE,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  entered_at timestamptz,
  token_hash bytea UNIQUE,
  enter_audit_id uuid REFERENCES audit_entry,
  ended_at timestamptz,
  -- A person of the province, or a central administrator.
  ended_by uuid,
  ended_by_name text,
  end_reason text,
  end_audit_id uuid REFERENCES audit_entry,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT break_glass_hour CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '1 hour'),
  CONSTRAINT break_glass_entered CHECK (
    (entered_at IS NULL) = (token_hash IS NULL) AND (entered_at IS NULL) = (enter_audit_id IS NULL)),
  CONSTRAINT break_glass_ended CHECK (
    (ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_by_name IS NULL)
    AND (ended_at IS NULL) = (end_audit_id IS NULL))
);
CREATE INDEX break_glass_newest ON break_glass (opened_at DESC, id DESC);

GRANT SELECT, INSERT ON break_glass TO :role;
GRANT UPDATE (entered_at, token_hash, enter_audit_id, version) ON break_glass TO :role;
GRANT UPDATE (ended_at, ended_by, ended_by_name, end_reason, end_audit_id) ON break_glass TO :role;
