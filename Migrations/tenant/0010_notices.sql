-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What people are told, each in a row of their own.

CREATE TABLE notice (
  user_id uuid NOT NULL REFERENCES app_user,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  -- Tells a notice from others of its kind, where a run that comes late or twice must not tell it again.
  once text,
  read_at timestamptz,
  PRIMARY KEY (user_id, id)
);
CREATE INDEX notice_newest ON notice (user_id, at DESC, id DESC);
CREATE UNIQUE INDEX notice_once ON notice (user_id, kind, subject_id, once) WHERE once IS NOT NULL;

GRANT SELECT, INSERT ON notice TO :role;
GRANT UPDATE (read_at) ON notice TO :role;
