-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Whose e-mail address is proved, and in which language a person reads mail.

-- Of a vendor's people; officials' addresses are vouched for by their province.
ALTER TABLE app_user ADD COLUMN email_proved_at timestamptz;
-- A BCP 47 tag; null where nobody has chosen.
ALTER TABLE app_user ADD COLUMN language text CHECK (language IN ('id', 'en'));

-- Whether the link was given by mail alone, so that whoever follows it has the address.
ALTER TABLE invitation ADD COLUMN mail_only boolean NOT NULL DEFAULT false;

-- Links that prove an address: the one of the account, or the one that it is to get.
CREATE TABLE email_proof (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  email text NOT NULL CHECK (email = lower(email)),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX email_proof_user ON email_proof (user_id, used_at DESC);

GRANT SELECT, INSERT ON email_proof TO :role;
GRANT UPDATE (used_at, expires_at) ON email_proof TO :role;
GRANT UPDATE (email_proved_at, language) ON app_user TO :role;
