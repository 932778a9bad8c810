-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Mail that waits to be sent, written in the transaction of its cause, and notices that go out by mail.

CREATE TABLE outbox_message (
  -- Names the message in its Message-ID too.
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  recipient text NOT NULL,
  kind text NOT NULL,
  -- What the words name; never a secret.
  detail jsonb NOT NULL DEFAULT '{}',
  -- The invitation or proof whose link is in the message; the link itself is derived when it is sent.
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
CREATE INDEX outbox_message_newest ON outbox_message (created_at DESC, id DESC);
CREATE INDEX outbox_message_user ON outbox_message (user_id, created_at DESC) WHERE kind = 'notices';

-- When the notice goes out by mail unless it was read before; null where it does not, or is on its way.
ALTER TABLE notice ADD COLUMN mail_due_at timestamptz;
CREATE INDEX notice_mail_due ON notice (mail_due_at) WHERE mail_due_at IS NOT NULL;
CREATE INDEX notice_unread ON notice (user_id) WHERE read_at IS NULL;

GRANT SELECT, INSERT ON outbox_message TO :role;
GRANT UPDATE (state, due_at, gives_up_at, attempts, refusal, ended_at) ON outbox_message TO :role;
-- Messages that were sent or will never be are forgotten after a while.
GRANT DELETE ON outbox_message TO :role;
GRANT UPDATE (mail_due_at) ON notice TO :role;
