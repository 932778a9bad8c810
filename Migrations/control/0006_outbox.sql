-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Mail to central administrators that waits to be sent, written in the transaction of its cause.

CREATE TABLE outbox_message (
  -- Names the message in its Message-ID too.
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  recipient text NOT NULL,
  kind text NOT NULL,
  -- What the words name; never a secret.
  detail jsonb NOT NULL DEFAULT '{}',
  -- The invitation whose link is in the message; the link itself is derived when it is sent.
  link_id uuid,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given_up', 'withdrawn')),
  created_at timestamptz NOT NULL,
  -- When it is tried next.
  due_at timestamptz NOT NULL,
  gives_up_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- The server's words at the last try that failed.
  refusal text,
  ended_at timestamptz
);
CREATE INDEX outbox_message_due ON outbox_message (due_at) WHERE state = 'waiting';

-- The language in which an administrator reads mail, as a BCP 47 tag; null where nobody has chosen.
ALTER TABLE app_user ADD COLUMN language text CHECK (language IN ('id', 'en'));

GRANT SELECT, INSERT ON outbox_message TO eorder_control;
GRANT UPDATE (state, due_at, gives_up_at, attempts, refusal, ended_at) ON outbox_message TO eorder_control;
-- Messages that were sent or will never be are forgotten after a while.
GRANT DELETE ON outbox_message TO eorder_control;
GRANT UPDATE (language) ON app_user TO eorder_control;
